"""Write ``docs/findings.md`` and ``docs/funn.md`` from bindery/reports/explained."""

import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOUSE), str(HOUSE / "scripts")]

from beside import TOLD, anchors  # noqa: E402

from bindery.reports.explained import SOURCES, Explanation, groups, slug  # noqa: E402
from bindery.vocabulary.text import Text  # noqa: E402

PAGES = {"en": HOUSE / "docs" / "findings.md", "nb": HOUSE / "docs" / "funn.md"}

HEAD = Text(
    nb="""\
# Andre funn

Dette finner `check` i ferdige utgaver, enten selv eller med andre kontrollverktøy: hvorfor det
betyr noe, og hvordan du retter det. Søk på siden etter navnet som står i hakeparentes i
meldingen. Det som reglene finner i manuset, malene og utgavene, står på siden
[Regler](regler.md). In English: [Other findings](findings.md).

Siden er laget fra `bindery/reports/explained` med `python scripts/write_findings_page.py`.
""",
    en="""\
# Other findings

`check` finds this in finished editions, by itself or with other checkers: why it matters, and how
to fix it. Search the page for the name in brackets in the message. What the rules find in the
manuscript, in templates and in editions is on the page [Rules](rules.md). På norsk: [Andre
funn](funn.md).

This page is made from `bindery/reports/explained` with `python scripts/write_findings_page.py`.
""",
)
WHY = Text(nb="Hvorfor", en="Why")
FIX = Text(nb="Slik retter du det", en="How to fix it")
AND_MORE = Text(nb="{} og alle som begynner slik", en="{} and all that begin so")


def page(language: str) -> str:
    """The whole page in ``language``."""
    return "\n".join((HEAD.said_in(language), *_contents(language), *_groups(language)))


def _contents(language: str) -> Iterator[str]:
    """A list of the groups."""
    headings = [heading for heading, _, _ in _all(language)]
    yield "".join(f"- [{one}](#{slug(one)})\n" for one in headings)


def _groups(language: str) -> Iterator[str]:
    for heading, about, explanations in _all(language):
        yield f"## {heading}\n\n{about}\n"
        yield from (_section(one, language) for one in explanations)


def _all(language: str) -> Iterator[tuple[str, str, tuple[Explanation, ...]]]:
    """The groups, with their headings in ``language``."""
    for source, (heading, about, explanations) in zip(SOURCES, groups(), strict=True):
        told = TOLD["findings-groups"][source]
        if language == "nb":
            yield told["heading"], told["about"], explanations
        else:
            yield heading, about, explanations


def _section(one: Explanation, language: str) -> str:
    names = (*one.names, *one.families)
    title = TOLD["findings"].get(names[0], one.title) if language == "nb" else one.title
    rules = [f"`{name}`" for name in one.names]
    rules += [AND_MORE.said_in(language).format(f"`{family}`") for family in one.families]
    return (
        f"{anchors(*names)}\n\n### {title}\n\n{', '.join(rules)}\n\n"
        f"**{WHY.said_in(language)}.** {one.why.said_in(language)}\n\n"
        f"**{FIX.said_in(language)}.** {one.mend.said_in(language)}\n"
    )


def main() -> None:
    """Write both pages."""
    for language, file in PAGES.items():
        file.write_text(page(language), encoding="utf-8")


if __name__ == "__main__":
    main()
