"""How much of a finding an author sees on a terminal."""

from bindery.reports.terminal import lines
from bindery.vocabulary.findings import Finding


def cut_short(finding: Finding) -> list[str]:
    """The lines of ``finding``, in either language, that three lines have no room for."""
    return [
        whole
        for language in ("nb", "en")
        for whole, shown in zip(
            lines([finding], language), lines([finding], language, whole=False), strict=True
        )
        if shown.endswith(" …") and not whole.endswith(" …")
    ]
