"""The transcript as a page of HTML that is accessible itself."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from lxml import etree
from lxml.builder import E

from bindery.document.model import Element
from bindery.reports.transcript.heard import Block
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

_TITLE = Text(nb="Slik høres {name}", en="How {name} sounds")
_ABOUT = Text(
    nb="Dette er det skjermlesere leser opp av filen, i den rekkefølgen de leser. Først står hva"
    " det er, så ordene, så det som blir sagt i tillegg. Skjermlesere er ulike: Noen sier mer, og"
    " andre mindre.",
    en="This is what screen readers read aloud of the file, in their order. First comes what it is,"
    " then the words, then what is said besides. Screen readers differ: some say more, others"
    " less.",
)
_COMPARED = Text(
    nb="Filen er sammenlignet med manuset. Det som er ulikt, står først, og er merket der det er.",
    en="The file has been compared with the manuscript. Differences come first, and are marked"
    " where they are.",
)
_ALONE = Text(
    nb="Filen er ikke sammenlignet med noe manus.",
    en="The file has not been compared with a manuscript.",
)
_SAME = Text(nb="Ingen forskjeller fra manuset.", en="No differences from the manuscript.")
_DIFFERENCES = Text(nb="Forskjeller fra manuset", en="Differences from the manuscript")
_DIFFERENCE = Text(nb="Forskjell {number}: ", en="Difference {number}: ")
_MARKED = Text(nb="forskjell {number}", en="difference {number}")
_WORDS = Text(nb="Opplesning", en="Transcript")
_PAGE = Text(nb="Side {page}", en="Page {page}")
_FILE = Text(nb="Filen {page}", en="The file {page}")
_PAGES = Text(nb="Sider", en="Pages")
_NOTHING = Text(
    nb="Skjermlesere får ingenting av denne filen.", en="Screen readers get nothing of this file."
)
_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 0 auto; padding: 1rem; font: 1.06rem/1.6 Andika, sans-serif; }
h1, h2 { line-height: 1.25; overflow-wrap: anywhere; }
ol, ul { padding-inline-start: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; list-style: none; }
nav a { display: inline-block; min-width: 1.6rem; padding-block: 0.2rem; }
.block { display: block; margin-block-end: 0.4rem; overflow-wrap: anywhere; }
.role { font-weight: 700; }
.within, .fact { font-size: 0.95rem; }
mark { color: #1c2526; background: #fbe8b8; }
a:focus-visible { outline: 0.2em solid; outline-offset: 0.15em; }
"""
_QUOTED_AT_LEAST = 4
_DEEP = 6


def transcript_page(
    name: str, blocks: Sequence[Block], findings: Sequence[Finding] | None, language: str
) -> bytes:
    """The page about the file ``name``, in the ``language`` of authors.

    ``findings`` are the differences from the manuscript; ``None`` if it was not compared.
    """

    def say(text: Text) -> str:
        return text.said_in(language)

    tag = "nb" if say(_PAGES) == _PAGES.nb else "en"
    title = say(_TITLE.filled(name=name))
    marks = _marked(blocks, findings or ())
    pages = [(page, list(group)) for page, group in groupby(enumerate(blocks), _page_of)]
    main = E.main({"id": "innhold"}, E.h1(title), E.p(say(_ABOUT)))
    main.append(E.p(say(_ALONE if findings is None else _COMPARED)))
    if findings is not None:
        main.append(_differences(findings, marks, say(_DIFFERENCES), language))
    if len(pages) > 1:
        links = (
            E.li(E.a(page, {"href": f"#side-{at}"})) for at, (page, _) in enumerate(pages, start=1)
        )
        heading = E.h2(say(_PAGES), {"id": "sider"})
        main.append(E.nav({"aria-labelledby": "sider"}, heading, E.ul(*links)))
    if not blocks:
        main.append(E.p(say(_NOTHING)))
    for at, (page, group) in enumerate(pages, start=1):
        section = E.section(
            E.h2(say((_FILE if "." in page else _PAGE).filled(page=page)), {"id": f"side-{at}"})
        )
        section.extend(
            _line(block, number, marks.get(number, ()), language) for number, block in group
        )
        main.append(section)
    head = E.head(
        E.meta(charset="utf-8"),
        E.meta(name="viewport", content="width=device-width, initial-scale=1"),
        E.title(title),
        E.style(_STYLE),
    )
    whole = E.html({"lang": tag}, head, E.body(main))
    text = etree.tostring(whole, method="html", encoding="unicode")
    return f"<!DOCTYPE html>\n{text}\n".encode()


def _page_of(numbered: tuple[int, Block]) -> str:
    return numbered[1].page


def _marked(blocks: Sequence[Block], findings: Iterable[Finding]) -> Mapping[int, Sequence[int]]:
    """The numbers of the differences at each block: those that quote its words."""
    marks: dict[int, list[int]] = {}
    for number, finding in enumerate(findings, start=1):
        for quote in _quoted(finding):
            at = next((at for at, block in enumerate(blocks) if quote in _one_line(block)), None)
            if at is not None:
                marks.setdefault(at, []).append(number)
                break
    return marks


def _quoted(finding: Finding) -> Iterable[str]:
    """The words in quotation marks, without what is cut off, the longest first."""
    parts = finding.message.nb.split("«")[1:]
    quotes = (part.partition("»")[0].partition("…")[0].strip() for part in parts)
    return sorted((one for one in quotes if len(one) >= _QUOTED_AT_LEAST), key=len, reverse=True)


def _one_line(block: Block) -> str:
    return " ".join(block.text.split())


def _differences(
    findings: Sequence[Finding], marks: Mapping[int, Sequence[int]], heading: str, language: str
) -> Element:
    section = E.section(E.h2(heading))
    places = {number: at for at, numbers in marks.items() for number in numbers}
    items = []
    for number, finding in enumerate(findings, start=1):
        text = f"{finding.location}: {finding.message.said_in(language)}"
        begin = _DIFFERENCE.filled(number=number).said_in(language)
        item = E.li({"id": f"forskjell-{number}"}, begin)
        said = E.a(text, {"href": f"#linje-{places[number]}"}) if number in places else E.span(text)
        item.append(said)
        items.append(item)
    section.append(E.ul(*items) if items else E.p(_SAME.said_in(language)))
    return section


def _line(block: Block, number: int, differences: Sequence[int], language: str) -> Element:
    line = E.p({"class": "block", "id": f"linje-{number}"})
    depth = min(block.depth, _DEEP)
    line.append(E.span("· " * depth, {"aria-hidden": "true"})) if depth else None
    line.append(E.span(block.role.said_in(language), {"class": "role"}))
    line[-1].tail = ": " if block.parts or block.facts else ""
    for part in block.parts:
        words = E.span(_printable(part.text))
        if part.language:
            words.set("lang", part.language)
        if part.role is not None:
            within = E.span(f"[{part.role.said_in(language)}: ", {"class": "within"})
            line.append(within)
            words.tail = "]"
        line.append(words)
    for fact in block.facts:
        line.append(E.span(f" ({_printable(fact.said_in(language))})", {"class": "fact"}))
    for one in differences:
        text = _MARKED.filled(number=one).said_in(language)
        mark = E.mark(E.a(text, {"href": f"#forskjell-{one}"}))
        line[-1].tail = f"{line[-1].tail or ''} "
        line.append(mark)
    return line


def _printable(text: str) -> str:
    """``text`` without what XML cannot have."""
    return "".join(
        letter
        for letter in text
        if (letter >= " " or letter in "\t\n\r") and not 0xD7FF < ord(letter) < 0xE000
        if letter not in "\ufffe\uffff"
    )
