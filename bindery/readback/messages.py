"""The rules of the read-back, and the findings for each kind of difference."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bindery.readback.align import first_difference, shortened
from bindery.readback.passages import Passage
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, joined, verbatim


@dataclass(frozen=True, slots=True)
class Near:
    """The place where a difference is reported, and the edition's name inside a sentence."""

    location: Location
    edition: Text

    @property
    def first(self) -> Text:
        """The edition's name at the beginning of a sentence."""
        nb, en = self.edition.nb, self.edition.en
        return Text(nb=nb[0].upper() + nb[1:], en=en[0].upper() + en[1:])

    def at(self, passage: Passage) -> "Near":
        """Return the manuscript line of ``passage``, or this place if it has none."""
        place = Location.stamped(passage.source)
        return Near(place, self.edition) if place else self


@dataclass(frozen=True, slots=True)
class ReadBackRule:
    """A property that every edition must have, and ``why`` it matters to people who listen."""

    name: str
    why: Text

    def broken(self, near: Near, message: Text) -> Finding:
        """Return the finding that an edition does not have the property."""
        return Finding(self.name, Severity.ERROR, near.location, message, self.why)


SAYS = ReadBackRule(
    "edition-says-what-the-manuscript-says",
    Text(
        nb="Skjermleserbrukere får en annen tekst enn seende lesere.",
        en="Screen reader users get another text than sighted readers.",
    ),
)
STRUCTURE = ReadBackRule(
    "edition-keeps-the-structure",
    Text(
        nb="Skjermleserbrukere finner fram med overskrifter, lister og tabeller.",
        en="Screen reader users navigate by headings, lists and tables.",
    ),
)
HEADERS = ReadBackRule(
    "edition-cells-have-their-headers",
    Text(
        nb="Skjermleseren leser overskriftene sammen med hver celle.",
        en="A screen reader reads the headers with each cell.",
    ),
)
DESCRIBED = ReadBackRule(
    "edition-describes-its-figures",
    Text(
        nb="Blinde får bare denne teksten i stedet for figuren eller formelen.",
        en="Blind readers get only these words instead of the figure or the formula.",
    ),
)
LINKS = ReadBackRule(
    "edition-links-lead-where-they-say",
    Text(
        nb="Lesere som følger lenken, havner på feil sted.",
        en="Readers who follow the link end up in the wrong place.",
    ),
)
NOTES = ReadBackRule(
    "edition-notes-are-tied-both-ways",
    Text(
        nb="Skjermleserbrukere må kunne gå til noten og tilbake til setningen.",
        en="Screen reader users must be able to go to the note and back to the sentence.",
    ),
)
LANGUAGE = ReadBackRule(
    "edition-speaks-the-language",
    Text(
        nb="Skjermleseren uttaler ordene feil når språket er merket feil.",
        en="Screen readers mispronounce words whose language is marked wrong.",
    ),
)
EXPANSION = ReadBackRule(
    "edition-expands-abbreviations",
    Text(
        nb="Skjermleserbrukere får ikke vite hva forkortelsen står for.",
        en="Screen reader users do not learn what the abbreviation stands for.",
    ),
)
UNTAGGED = ReadBackRule(
    "edition-leaves-nothing-unheard",
    Text(
        nb="Skjermleseren hopper over det som ikke er merket.",
        en="A screen reader skips what is not tagged.",
    ),
)
WAYS_IN = ReadBackRule(
    "edition-headings-can-be-found",
    Text(
        nb="Skjermleserbrukere finner fram med bokmerker og innholdsliste.",
        en="Screen reader users navigate by bookmarks and the table of contents.",
    ),
)
PRESENTED = ReadBackRule(
    "edition-presents-itself",
    Text(
        nb="Skjermleseren leser tittelen først, og uttaler ordene etter språket.",
        en="A screen reader says the title first, and chooses its voice by the language.",
    ),
)
READABLE = ReadBackRule(
    "edition-can-be-read",
    Text(nb="Leserne får ikke åpnet den.", en="Readers cannot open it."),
)

_OTHER_LANGUAGE = Text(
    nb="«{word}» blir lest på språket «{heard}». I manuset er det «{said}».",
    en="“{word}” is read in “{heard}”. In the manuscript it is “{said}”.",
)
_OTHER_LANGUAGE_OF_OURS = Text(
    nb="«{word}» blir lest på språket «{heard}», men er på «{said}».",
    en="“{word}” is read in “{heard}”, but is in “{said}”.",
)


def other_language(
    word: str, said: str, heard: str, near: Near, *, ours: bool = False
) -> Iterator[Finding]:
    """Report ``word`` if it is marked with another language than its own.

    Words that are ``ours`` are bindery's, not the manuscript's.
    """
    if said.lower() != heard.lower():
        message = _OTHER_LANGUAGE_OF_OURS if ours else _OTHER_LANGUAGE
        yield LANGUAGE.broken(near, message.filled(word=word, said=said, heard=heard))


OBJECTS = ("figure", "formula")
"""Kinds that a screen reader presents by their alternative text alone."""

KINDS = {
    "heading": Text(nb="overskrift", en="heading"),
    "paragraph": Text(nb="avsnitt", en="paragraph"),
    "term": Text(nb="ord som forklares", en="term"),
    "figure": Text(nb="figur", en="figure"),
    "formula": Text(nb="formel", en="formula"),
    "list": Text(nb="liste", en="list"),
    "item": Text(nb="listepunkt", en="list item"),
    "table": Text(nb="tabell", en="table"),
    "row": Text(nb="rad", en="row"),
    "cell": Text(nb="celle", en="cell"),
    "caption": Text(nb="bildetekst eller tabelltekst", en="caption"),
    "quotation": Text(nb="sitat", en="quotation"),
    "aside": Text(nb="merknad", en="aside"),
    "emphasis": Text(nb="utheving", en="emphasis"),
    "strong": Text(nb="sterk utheving", en="strong emphasis"),
    "code": Text(nb="kode", en="code"),
}
"""The name of each kind in messages to authors."""


def kind_of(passage: Passage) -> Text:
    """A passage's kind in words, a heading with its level."""
    if passage.kind == "heading":
        level = passage.level
        return Text(nb=f"overskrift på nivå {level}", en=f"heading of level {level}")
    return KINDS[passage.kind]


def path_of(passage: Passage) -> Text:
    """Return what a passage is in, from the outermost box."""
    if not passage.inside:
        return Text(nb="løpende tekst", en="running text")
    return joined(" › ", (KINDS[box.kind] for box in passage.inside))


_ON_PAGE = Text(nb=" (side {page})", en=" (page {page})")


def quoted(passage: Passage) -> str:
    """Return enough of a passage to recognise it."""
    return shortened(passage.text) or "–"


def missing(said: Passage, near: Near) -> Finding:
    """Report a passage of the manuscript that the edition does not have."""
    if said.kind in OBJECTS:
        return DESCRIBED.broken(
            near,
            Text(
                nb=f"I {near.edition.nb} mangler beskrivelsen: «{quoted(said)}».",
                en=f"In {near.edition.en} this description is missing: “{quoted(said)}”.",
            ),
        )
    return SAYS.broken(
        near,
        Text(
            nb=f"Dette blir ikke lest opp i {near.edition.nb}: «{quoted(said)}».",
            en=f"This is not read aloud in {near.edition.en}: “{quoted(said)}”.",
        ),
    )


def extra(heard: Passage, near: Near) -> Finding:
    """Report a passage of the edition that is not in the manuscript."""
    on_page = _ON_PAGE.filled(page=heard.page) if heard.page else verbatim("")
    return SAYS.broken(
        near,
        Text(
            nb=f"Etter dette har {near.edition.nb} noe som ikke står i manuset"
            f"{on_page.nb}: «{quoted(heard)}».",
            en=f"After this {near.edition.en} has something that is not in the"
            f" manuscript{on_page.en}: “{quoted(heard)}”.",
        ),
    )


def elsewhere(said: Passage, near: Near) -> Finding:
    """Report a passage that the edition has in another place."""
    return SAYS.broken(
        near,
        Text(
            nb=f"Dette blir lest opp et annet sted enn det står i manuset: «{quoted(said)}».",
            en=f"This is read aloud in another place than in the manuscript: “{quoted(said)}”.",
        ),
    )


def differs(said: Passage, heard: Passage, near: Near) -> Finding:
    """Report a passage whose words are not the author's."""
    rule = DESCRIBED if said.kind in OBJECTS else SAYS
    ours, theirs = first_difference(said.text, heard.text)
    return rule.broken(
        near,
        Text(
            nb=f"I {near.edition.nb} står det «{theirs}». I manuset står det «{ours}».",
            en=f"{near.first.en} has “{theirs}”. The manuscript has “{ours}”.",
        ),
    )


def other_kind(said: Passage, heard: Passage, near: Near) -> Finding:
    """Report a passage of another kind, or a heading of another level."""
    message = Text(
        nb="«{text}» er {said} i manuset, men {heard} i {edition}.",
        en="“{text}” is {said} in the manuscript, but {heard} in {edition}.",
    )
    kinds = {"said": kind_of(said), "heard": kind_of(heard)}
    return STRUCTURE.broken(near, message.filled(text=quoted(said), edition=near.edition, **kinds))


Compared = tuple[int, tuple[Finding, ...]]
"""How many passages of the manuscript were looked for, and every difference."""

MOST_AT_ONE_LINE = 5
"""How many findings of one rule are written out for one line."""

_AND_MORE = Text(
    nb="Det samme gjelder {more} andre steder her.",
    en="The same applies to {more} more places here.",
)


def fewer(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the first findings of each rule at each line, and how many more there are.

    Otherwise a table could give an author one finding for every cell.
    """
    return tuple(_fewer(dict.fromkeys(findings)))


def _fewer(findings: Iterable[Finding]) -> Iterator[Finding]:
    kinds: dict[tuple[str, Location], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.rule, finding.location), []).append(finding)
    for same in kinds.values():
        yield from same[:MOST_AT_ONE_LINE]
        if (more := len(same) - MOST_AT_ONE_LINE) > 0:
            yield replace(same[0], message=_AND_MORE.filled(more=more))
