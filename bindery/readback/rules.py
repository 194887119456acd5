"""What a PDF owes its listeners, rule by rule, and how a breach is told to an author."""

from dataclasses import dataclass

from bindery.readback.passages import Passage
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

_MEND = Text(
    nb="Manuset er rett: Det er PDF-en som er laget feil. Meld fra til dem som lager bindery.",
    en="The manuscript is right: the PDF was made wrong. Tell the makers of bindery.",
)


@dataclass(frozen=True, slots=True)
class ReadBackRule:
    """One thing that must hold, by ``name``, and ``why`` it matters to a listener."""

    name: str
    why: Text

    def broken(self, location: Location, message: Text) -> Finding:
        """The finding that it does not hold at ``location``."""
        hint = Text(nb=f"{self.why.nb} {_MEND.nb}", en=f"{self.why.en} {_MEND.en}")
        return Finding(self.name, Severity.ERROR, location, message, hint)


SAYS = ReadBackRule(
    "pdf-says-what-the-manuscript-says",
    Text(
        nb="Den som lytter, får en annen tekst enn den som ser.",
        en="A listener gets another text than a reader who sees.",
    ),
)
STRUCTURE = ReadBackRule(
    "pdf-keeps-the-structure",
    Text(
        nb="Den som lytter, finner fram etter overskrifter, lister og tabeller.",
        en="A listener finds the way by headings, lists and tables.",
    ),
)
HEADERS = ReadBackRule(
    "pdf-cells-have-their-headers",
    Text(
        nb="Den som lytter til en tabell, får overskriftene sammen med hver celle.",
        en="A listener to a table is told the headers with each cell.",
    ),
)
DESCRIBED = ReadBackRule(
    "pdf-describes-its-figures",
    Text(
        nb="Den som ikke ser figuren eller formelen, får bare denne teksten.",
        en="One who does not see the figure or the formula gets these words alone.",
    ),
)
LINKS = ReadBackRule(
    "pdf-links-lead-where-they-say",
    Text(
        nb="Den som følger lenken, havner et annet sted enn forfatteren mente.",
        en="One who follows the link ends elsewhere than the author meant.",
    ),
)
NOTES = ReadBackRule(
    "pdf-notes-are-tied-both-ways",
    Text(
        nb="Den som lytter, må komme til noten og tilbake til setningen.",
        en="A listener must get to the note and back to the sentence.",
    ),
)
LANGUAGE = ReadBackRule(
    "pdf-speaks-the-language",
    Text(
        nb="Talen får feil uttale når språket er feil.",
        en="The voice pronounces wrongly when the language is wrong.",
    ),
)
EXPANSION = ReadBackRule(
    "pdf-expands-abbreviations",
    Text(
        nb="Den som lytter, får ikke vite hva forkortelsen står for.",
        en="A listener is not told what the abbreviation stands for.",
    ),
)
UNTAGGED = ReadBackRule(
    "pdf-leaves-nothing-unheard",
    Text(
        nb="Det som ikke er merket, hopper skjermleseren over.",
        en="A screen reader skips what is not tagged.",
    ),
)
WAYS_IN = ReadBackRule(
    "pdf-headings-can-be-found",
    Text(
        nb="Den som lytter, bruker bokmerker og innholdsliste til å finne fram.",
        en="A listener finds the way by bookmarks and the table of contents.",
    ),
)
PRESENTED = ReadBackRule(
    "pdf-presents-itself",
    Text(
        nb="Skjermleseren sier tittelen først, og velger stemme etter språket.",
        en="A screen reader says the title first, and chooses its voice by the language.",
    ),
)
READABLE = ReadBackRule(
    "pdf-can-be-read",
    Text(nb="Ingen leser får åpnet den.", en="No reader can open it."),
)

OBJECTS = ("figure", "formula")
"""What is heard by its alternative alone."""

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
"""What things are called to an author."""


def place_of(passage: Passage, otherwise: str) -> Location:
    """The manuscript line of ``passage``, or the file ``otherwise``."""
    path, _, line = passage.source.rpartition(":")
    return Location(path, int(line)) if path and line.isdecimal() else Location(otherwise)


def kind_of(passage: Passage) -> Text:
    """A passage's kind in words, a heading with its level."""
    if passage.kind == "heading":
        level = passage.level
        return Text(nb=f"overskrift på nivå {level}", en=f"heading of level {level}")
    return KINDS[passage.kind]


def path_of(passage: Passage) -> Text:
    """What a passage stands in, from the outermost box."""
    if not passage.inside:
        return Text(nb="løpende tekst", en="running text")
    kinds = [KINDS[box.kind] for box in passage.inside]
    return Text(nb=" › ".join(kind.nb for kind in kinds), en=" › ".join(kind.en for kind in kinds))
