"""One Markdown manuscript, and the print and e-book editions everyone can read.

``docs/api.md`` documents what programs can use.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bindery.api import Built, Checked, Evidence, Finding, Output, build, check, check_edition
    from bindery.vocabulary.errors import PipelineError

__version__ = "0.1.0"
__all__ = [
    "Built",
    "Checked",
    "Evidence",
    "Finding",
    "Output",
    "PipelineError",
    "build",
    "check",
    "check_edition",
]


def __getattr__(name: str) -> object:
    """A name of the public API, imported on first use, so that importing bindery is fast."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from bindery import api  # noqa: PLC0415

    return getattr(api, name)
