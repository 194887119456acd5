"""How authors report a fault in bindery itself: where to, and with which file."""

import re
from functools import cache

from bindery.tools.installation import CHECKOUT
from bindery.vocabulary.text import Text, verbatim

EVIDENCE = "build/reports/evidence.json"
"""The report that shows a fault of bindery, below the publication's folder."""

THIS_MESSAGE = Text(nb="denne meldingen", en="this message")

_THERE = Text(
    nb="Meld feilen på {address}, og legg ved {attached}.",
    en="Report it at {address}, and attach {attached}.",
)
_BY_HAND = Text(
    nb="Send {attached} til dem som installerte bindery.",
    en="Send {attached} to the people who installed bindery.",
)
_ISSUES = re.compile(r"(?mi)^Project-URL: *Issues *, *(\S+)")
"""The address in the metadata of an installed package."""


def report_it(attached: Text | str = EVIDENCE) -> Text:
    """Return the sentence that says where to report a fault, with ``attached``.

    The address is ``Issues`` in ``[project.urls]`` of ``pyproject.toml``. Without one, the people
    who installed bindery get it.
    """
    attached = verbatim(attached) if isinstance(attached, str) else attached
    if address := _address():
        return _THERE.filled(address=address, attached=attached)
    return _BY_HAND.filled(attached=attached)


@cache
def _address() -> str:
    if CHECKOUT is not None:
        import tomllib  # noqa: PLC0415 - slow, and only needed for what is reported

        written = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
        return str(tomllib.loads(written)["project"].get("urls", {}).get("Issues", ""))
    from importlib import metadata  # noqa: PLC0415 - slow, too

    try:
        written = metadata.distribution("bindery").read_text("METADATA") or ""
    except metadata.PackageNotFoundError:
        return ""
    found = _ISSUES.search(written)
    return found[1] if found else ""
