"""Declarations that a reader's own styles cannot overrule, on pages that are read on screens."""

from collections.abc import Collection, Iterator

from bindery.rules.templates._sheets import Declared
from bindery.rules.templates._styles import Styles
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{name}» i «{selector}» er låst med !important. Leserens egen innstilling når ikke fram.",
    en="“{name}” of “{selector}” is locked by !important. The reader’s own setting does not get "
    "through.",
)
HINT = Text(
    nb="Slett !important. Trengs den mot en annen regel her, gjør den regelen svakere.",
    en="Delete !important. If it is needed against another rule here, make that rule weaker.",
)


def locked(styles: Styles, properties: Collection[str], rule: str) -> Iterator[Finding]:
    """The ``properties`` that are locked, each as a finding of ``rule``."""
    for declared in styles.declared:
        if declared.important and declared.name in properties and not _is_of_paper(declared):
            message = MESSAGE.filled(name=declared.name, selector=declared.selector)
            yield Finding(rule, Severity.WARNING, declared.location, message, HINT)


def _is_of_paper(declared: Declared) -> bool:
    return "/print/" in declared.location.path or "@media print" in declared.media
