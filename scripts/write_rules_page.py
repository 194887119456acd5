"""Write ``docs/rules.md`` and ``docs/regler.md`` from the rules: their docstrings and messages.

What is wrong and how to fix it are what a rule reports in its own examples, so they are run.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HOUSE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOUSE), str(HOUSE / "scripts")]

from beside import TOLD, anchors, plain  # noqa: E402

from bindery.finished.opened import opened  # noqa: E402
from bindery.locales.for_authors import name_of  # noqa: E402
from bindery.manuscript.requirements import REQUIREMENTS, Requirement  # noqa: E402
from bindery.reports.words import SEVERITIES  # noqa: E402
from bindery.rules.documentation import page_of  # noqa: E402
from bindery.rules.editions import ALL as RULES_OF_EDITIONS  # noqa: E402
from bindery.rules.exceptions import EXCEPTIONS  # noqa: E402
from bindery.rules.manuscript import RULES  # noqa: E402
from bindery.rules.styles import TEMPLATE_RULES  # noqa: E402
from bindery.vocabulary.findings import Finding  # noqa: E402
from bindery.vocabulary.rule import Rule  # noqa: E402
from bindery.vocabulary.text import Text  # noqa: E402
from bindery.vocabulary.wcag import CRITERIA  # noqa: E402
from tests.rules.books import manuscript_of  # noqa: E402
from tests.rules.editions.changes import changed, changes, make_sound_editions  # noqa: E402
from tests.rules.styles.styles import examples, laid_over  # noqa: E402

PAGES = {"en": HOUSE / "docs" / "rules.md", "nb": HOUSE / "docs" / "regler.md"}

HEAD = Text(
    nb="""\
# Regler

Dette kontrollerer `check` i manuset, i malene og i de ferdige utgavene. Navnet på regelen står i
hakeparentes i meldingen: `feil[image-has-alt-text]`. For hver regel står det hva som er galt
(meldingen du får), hvorfor det betyr noe, hvordan du retter det, og et eksempel på feil og
riktig. Funn fra andre kontrollverktøy står på siden [Andre funn](funn.md). In English:
[Rules](rules.md).

Det som bryter en regel som «gjør utgavene til utkast», er trykt på en annen måte enn det er ment.
`build` viser det, og `release` gir ikke ut utgavene før det er rettet.

Siden er laget fra reglene selv, med `python scripts/write_rules_page.py`. Eksemplene er testene
deres: Det som står under *Feil*, gir bare det funnet, og det som står under *Riktig*, gir ingen
funn.
""",
    en="""\
# Rules

`check` checks this in the manuscript, in the templates and in the finished editions. The name of
the rule is in brackets in the message: `error[image-has-alt-text]`. Each rule says what is wrong
(the message that you get), why it matters, how to fix it, and shows an example. Findings of other
checkers are on the page [Other findings](findings.md). På norsk: [Regler](regler.md).

What breaks a rule that “makes the editions drafts” is printed in another way than it is meant.
`build` shows it, and `release` refuses the editions until it is fixed.

This page is made from the rules themselves, with `python scripts/write_rules_page.py`. The
examples are their tests: what is below *Wrong* has that finding and no other; what is below
*Right* has none.
""",
)
REQUIRED = Text(
    nb="""\
## Før manuset kan leses

bindery bygger ingenting uten dette. Det er to unntak: Det som bryter `chapter-is-readable`, trykkes
som kode, og det som bryter `words-are-kept`, som det er skrevet. Da er utgavene utkast.
""",
    en="""\
## Before a manuscript can be read

bindery builds nothing without this. There are two exceptions: what breaks `chapter-is-readable` is
printed as code, and what breaks `words-are-kept` as it is written. Then the editions are drafts.
""",
)
ASIDE = Text(
    nb="""\
## Unntak

Hvis en feil eller advarsel ikke passer for ett sted, kan du gjøre unntak fra regelen der. Skriv
regelen og en begrunnelse i en kommentar på linjen over. Begrunnelsen kommer i rapporten.

```markdown
<!-- unntak link-text-says-where: «Her» er navnet på festivalen. -->
Vi møttes på [Her](https://her.example) i juni.
```

Du kan ikke gjøre unntak fra en regel som gjør utgavene til utkast.
""",
    en="""\
## Make an exception

If an error or a warning is wrong about one place, make an exception from the rule there. Write
the rule and a reason in a comment on the line above. The reason is listed in the evidence.

```markdown
<!-- exception link-text-says-where: «Her» is the name of the festival. -->
We met at [Her](https://her.example) in June.
```

A rule that makes the editions drafts cannot have an exception.
""",
)
EDITIONS = Text(
    nb="""\
## Ferdige utgaver

Dette kontrollerer `check` i de ferdige filene. Feil her kommer som regel av noe i manuset eller i
egne maler, eller av at noen har endret filen. Eksemplene er små endringer i utgavene av
`tests/books/sound`: Linjen etter `-` står der, og linjen etter `+` kommer i stedet.
""",
    en="""\
## Finished editions

`check` checks this in the finished files. An error here usually comes from something in the
manuscript or in templates of your own, or somebody has changed the file. The examples are small
changes to the editions of `tests/books/sound`: the line after `+` replaces the line after `-`.
""",
)
TEMPLATES = Text(
    nb="""\
## Maler

Dette kontrollerer `check` i stilarkene, både standardmalene og dine egne. Hvert eksempel er lagt
til sist i det stilarket som er nevnt. Farger og størrelser blir kontrollert på en prøve av hver
sidetype, laget med malen for siden og fylt med én av alt en publikasjon kan ha: lys og mørk
visning, med og uten mer kontrast, på brede og smale skjermer og på papir, og med pekeren eller
tastaturet på hvert sted. En stil som ikke brukes på disse sidene, blir ikke kontrollert.

Du kan gjøre unntak fra en regel med en kommentar over stedet. Unntaket gjelder deklarasjonen,
eller hele regelen som begynner der. Skriv gjerne én kommentar på hvert språk:

```css
/* unntak lines-can-be-seen: Pynt; rammen sier ingenting. */
/* exception lines-can-be-seen: Ornament; the border says nothing. */
.lead { border-bottom: 1px solid #dddddd; }
```
""",
    en="""\
## Templates

`check` checks this in the style sheets, the default ones and your own. Each example is added at
the end of the style sheet that it names. Colours and sizes are checked on a specimen of each kind
of page, made with the page's template and filled with one of everything that a publication can
have: in light and dark mode, with and without more contrast, on wide and narrow screens and on
paper, and with the pointer or the keyboard on each place. A style that is used nowhere on these
pages is not checked.

You can make an exception from a rule with a comment above the place. It applies to the
declaration, or to all of the rule that begins there. Write one comment in each language if you
can:

```css
/* unntak lines-can-be-seen: Pynt; rammen sier ingenting. */
/* exception lines-can-be-seen: Ornament; the border says nothing. */
.lead { border-bottom: 1px solid #dddddd; }
```
""",
)

TITLE = Text(nb="Regel", en="Rule")
NAME = Text(nb="Navn", en="Name")
WEIGHT = Text(nb="Grad", en="Severity")
DRAFTS = Text(nb="gjør utgavene til utkast", en="makes the editions drafts")
WRONG = Text(nb="Hva er galt", en="What is wrong")
WHY = Text(nb="Hvorfor", en="Why")
FIX = Text(nb="Slik retter du det", en="How to fix it")
FAILS = Text(nb="Eksempel: feil", en="Example: wrong")
PASSES = Text(nb="Eksempel: riktig", en="Example: right")
CLAUSES = Text(nb="Krav og standarder", en="Requirements and standards")
JUDGES = Text(nb="Regelen gjelder tekst på {}.", en="The rule checks text in {}.")
AND = Text(nb=" og ", en=" and ")

_SENTENCE = re.compile(r"(?<=\.)\s+(?=[A-ZÆØÅÉ«\d])")
_CRITERION = re.compile(r"\b(\d\.\d\.\d+) [^()]+?(?: \(Minimum\)| \(In Context\))? \((A+)\)")
_FENCED = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)


def page(language: str) -> str:
    """The whole page in ``language``."""
    return "\n".join(_parts(language))


def _parts(language: str) -> Iterator[str]:
    yield HEAD.said_in(language)
    yield REQUIRED.said_in(language)
    yield from (_requirement(one, language) for one in REQUIREMENTS)
    yield from _groups("manuscript", RULES, language, level="##")
    yield ASIDE.said_in(language)
    yield from (_requirement(one, language) for one in EXCEPTIONS)
    yield EDITIONS.said_in(language)
    yield from _groups("editions", RULES_OF_EDITIONS, language, level="###")
    yield TEMPLATES.said_in(language)
    yield from _groups("templates", TEMPLATE_RULES, language, level="###")


def _groups(of: str, rules: Iterable[Rule[Any]], language: str, *, level: str) -> Iterator[str]:
    """Every group with its rules: first a list of them, then each."""
    groups = [one for one in TOLD["group"] if one["of"] == of]
    within: dict[str, list[Rule[Any]]] = {one["en"]: [] for one in groups}
    before = ""
    for rule in rules:
        before = next((one["en"] for one in groups if rule.name in one["rules"]), before)
        within[before].append(rule)
    for one in groups:
        yield f"{level} {one[language]}\n"
        yield _list(within[one["en"]], language)
        yield from (_section(rule, language, f"{level}#") for rule in within[one["en"]])


def _list(rules: Iterable[Rule[Any]], language: str) -> str:
    head = " | ".join(text.said_in(language) for text in (TITLE, NAME, WEIGHT))
    rows = (
        f"| [{_title(one, language)}](#{one.name}) | `{one.name}` | {_weight(one, language)} |\n"
        for one in rules
    )
    return f"| {head} |\n|---|---|---|\n{''.join(rows)}"


def _requirement(one: Requirement, language: str) -> str:
    title = TOLD["requirements"][one.name][language]
    weight = SEVERITIES[one.severity].said_in(language)
    why = one.why.said_in(language)
    return (
        f"{anchors(one.name)}\n\n### {title}\n\n`{one.name}` · {weight}\n\n"
        f"**{WHY.said_in(language)}.** {why}\n"
    )


def _section(rule: Rule[Any], language: str, level: str) -> str:
    about = page_of(rule)
    found = _reported(rule)
    parts = [
        anchors(rule.name),
        f"{level} {_title(rule, language)}",
        f"`{rule.name}` · {_weight(rule, language)}",
        _said(WRONG, (one.message for one in found), language),
        f"**{WHY.said_in(language)}.** {_why(rule, language)}",
        _said(FIX, (one.hint for one in found), language),
    ]
    for title, name in ((FAILS, "Fails"), (PASSES, "Passes")):
        parts += [f"**{title.said_in(language)}**", _example(about.sections[name], language)]
    parts += [f"**{CLAUSES.said_in(language)}**", _clauses(about.sections["Clauses"], language)]
    return "\n\n".join(parts) + "\n"


def _title(rule: Rule[Any], language: str) -> str:
    """The property that the rule checks, without the full stop."""
    about = page_of(rule)
    said = about.property if language == "en" else _sentences(about.sections["Hvorfor"])[0]
    return said.removesuffix(".")


def _why(rule: Rule[Any], language: str) -> str:
    sections = page_of(rule).sections
    why = sections["Why"] if language == "en" else " ".join(_sentences(sections["Hvorfor"])[1:])
    languages = sorted(name_of(one).said_in(language) for one in rule.extent.languages)
    if languages:
        and_ = AND.said_in(language)
        listed = and_.join(filter(None, (", ".join(languages[:-1]), languages[-1])))
        why = f"{why} {JUDGES.said_in(language).format(listed)}"
    return why


def _sentences(text: str) -> list[str]:
    return _SENTENCE.split(" ".join(text.split()))


def _weight(rule: Rule[Any], language: str) -> str:
    said = [SEVERITIES[rule.severity], *([DRAFTS] if rule.makes_draft else [])]
    return ", ".join(one.said_in(language) for one in said)


def _said(title: Text, texts: Iterable[Text], language: str) -> str:
    """What the examples have reported, each sentence once."""
    said = [*dict.fromkeys(plain(one.said_in(language)) for one in texts)]
    head = f"**{title.said_in(language)}.**"
    if len(said) == 1:
        return f"{head} {said[0]}"
    return "\n".join((f"{head}\n", *(f"- {one}" for one in said)))


def _example(section: str, language: str) -> str:
    """The examples of a page, with the lines above them in ``language``."""
    if language == "en":
        return section
    kept = [one[0] for one in _FENCED.finditer(section)]
    rest = _FENCED.sub("\0", section)
    lines = (_line(one) for one in rest.splitlines())
    return re.sub("\0", lambda _: kept.pop(0), "\n".join(lines))


def _line(line: str) -> str:
    """A line above an example, in Norwegian."""
    if line in TOLD["lines"]:
        return str(TOLD["lines"][line])
    said = re.sub(r"^Lines? ", "Linje ", line)
    said = re.sub(r"^In `", "I `", said)
    return said.replace(" and ", " og ").replace(" of `", " i `")


def _clauses(text: str, language: str) -> str:
    """The requirements, with WCAG's names in ``language``. Other standards have English ones."""
    if language == "en":
        return text
    norwegian = {one.number: one.name.nb for one in CRITERIA}

    def named(found: re.Match[str]) -> str:
        name = norwegian.get(found[1])
        return f"{found[1]} {name} ({found[2]})" if name else found[0]

    said = _CRITERION.sub(named, text)
    return said.replace("failure F", "feil F").replace("technique ", "teknikk ")


@cache
def _reported(rule: Rule[Any]) -> tuple[Finding, ...]:
    """The first finding in each example of the rule that fails."""
    if rule in RULES_OF_EDITIONS:
        return tuple(_in_editions(rule))
    if rule in TEMPLATE_RULES:
        every = examples(page_of(rule).sections["Fails"])
        return tuple(next(rule.find(laid_over(one.files))) for one in every)
    return tuple(_in_manuscripts(rule))


def _in_manuscripts(rule: Rule[Any]) -> Iterator[Finding]:
    for example in page_of(rule).fails:
        with TemporaryDirectory() as folder:
            yield next(rule.find(manuscript_of(Path(folder), example.files)))


def _in_editions(rule: Rule[Any]) -> Iterator[Finding]:
    for change in changes(page_of(rule).sections["Fails"]):
        with TemporaryDirectory() as folder:
            subject = changed(_sound(), Path(folder), change)
            yield next(rule.find(opened(subject.output, subject.edition.media_type, subject.name)))


_KEPT = TemporaryDirectory()


@cache
def _sound() -> Path:
    folder = Path(_KEPT.name)
    make_sound_editions(folder)
    return folder


def main() -> None:
    """Write both pages."""
    for language, file in PAGES.items():
        file.write_text(page(language), encoding="utf-8")


if __name__ == "__main__":
    main()
