"""How a difference in what is said is told to an author."""

from bindery.readback.align import first_difference, shortened
from bindery.readback.passages import Passage
from bindery.readback.rules import DESCRIBED, OBJECTS, SAYS, STRUCTURE, kind_of
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text


def quoted(passage: Passage) -> str:
    """Enough of a passage to know it by."""
    return shortened(passage.text) or "–"


def missing(said: Passage, near: Location) -> Finding:
    """A passage of the manuscript that is not heard."""
    if said.kind in OBJECTS:
        return DESCRIBED.broken(
            near,
            Text(
                nb=f"PDF-en sier ingenting om denne: «{quoted(said)}».",
                en=f"The PDF says nothing of this: “{quoted(said)}”.",
            ),
        )
    return SAYS.broken(
        near,
        Text(
            nb=f"Dette blir ikke lest opp i PDF-en: «{quoted(said)}».",
            en=f"This is not read aloud in the PDF: “{quoted(said)}”.",
        ),
    )


def extra(heard: Passage, near: Location) -> Finding:
    """A passage that no one has written."""
    return SAYS.broken(
        near,
        Text(
            nb=f"Etter dette leser PDF-en opp noe som ikke står i manuset "
            f"(side {heard.page}): «{quoted(heard)}».",
            en=f"After this the PDF reads something that the manuscript does not say "
            f"(page {heard.page}): “{quoted(heard)}”.",
        ),
    )


def elsewhere(said: Passage, near: Location) -> Finding:
    """A passage that is heard out of its order."""
    return SAYS.broken(
        near,
        Text(
            nb=f"Dette blir lest opp et annet sted enn det står: «{quoted(said)}».",
            en=f"This is read aloud in another place than it stands: “{quoted(said)}”.",
        ),
    )


def differs(said: Passage, heard: Passage, near: Location) -> Finding:
    """A passage whose words are not the author's."""
    rule = DESCRIBED if said.kind in OBJECTS else SAYS
    ours, theirs = first_difference(said.text, heard.text)
    return rule.broken(
        near,
        Text(
            nb=f"PDF-en sier «{theirs}». I manuset står det «{ours}».",
            en=f"The PDF says “{theirs}”. The manuscript says “{ours}”.",
        ),
    )


def other_kind(said: Passage, heard: Passage, near: Location) -> Finding:
    """A heading that is none, or of another level; a paragraph that is something else."""
    message = Text(
        nb="«{text}» er {said} i manuset, men {heard} i PDF-en.",
        en="“{text}” is {said} in the manuscript, but {heard} in the PDF.",
    )
    return STRUCTURE.broken(
        near, message.filled(text=quoted(said), said=kind_of(said), heard=kind_of(heard))
    )
