"""How a difference in what is said is told to an author."""

from bindery.readback.align import first_difference, shortened
from bindery.readback.passages import Passage
from bindery.readback.rules import DESCRIBED, OBJECTS, SAYS, STRUCTURE, Near, kind_of
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text, verbatim

_ON_PAGE = Text(nb=" (side {page})", en=" (page {page})")


def quoted(passage: Passage) -> str:
    """Enough of a passage to know it by."""
    return shortened(passage.text) or "–"


def missing(said: Passage, near: Near) -> Finding:
    """A passage of the manuscript that is not heard."""
    if said.kind in OBJECTS:
        return DESCRIBED.broken(
            near,
            Text(
                nb=f"{near.first.nb} sier ingenting om denne: «{quoted(said)}».",
                en=f"{near.first.en} says nothing of this: “{quoted(said)}”.",
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
    """A passage that no one has written."""
    on_page = _ON_PAGE.filled(page=heard.page) if heard.page else verbatim("")
    return SAYS.broken(
        near,
        Text(
            nb=f"Etter dette leser {near.edition.nb} opp noe som ikke står i manuset"
            f"{on_page.nb}: «{quoted(heard)}».",
            en=f"After this {near.edition.en} reads something that the manuscript does not say"
            f"{on_page.en}: “{quoted(heard)}”.",
        ),
    )


def elsewhere(said: Passage, near: Near) -> Finding:
    """A passage that is heard out of its order."""
    return SAYS.broken(
        near,
        Text(
            nb=f"Dette blir lest opp et annet sted enn det står: «{quoted(said)}».",
            en=f"This is read aloud in another place than it stands: “{quoted(said)}”.",
        ),
    )


def differs(said: Passage, heard: Passage, near: Near) -> Finding:
    """A passage whose words are not the author's."""
    rule = DESCRIBED if said.kind in OBJECTS else SAYS
    ours, theirs = first_difference(said.text, heard.text)
    return rule.broken(
        near,
        Text(
            nb=f"{near.first.nb} sier «{theirs}». I manuset står det «{ours}».",
            en=f"{near.first.en} says “{theirs}”. The manuscript says “{ours}”.",
        ),
    )


def other_kind(said: Passage, heard: Passage, near: Near) -> Finding:
    """A heading that is none, or of another level; a paragraph that is something else."""
    message = Text(
        nb="«{text}» er {said} i manuset, men {heard} i {edition}.",
        en="“{text}” is {said} in the manuscript, but {heard} in {edition}.",
    )
    kinds = {"said": kind_of(said), "heard": kind_of(heard)}
    return STRUCTURE.broken(near, message.filled(text=quoted(said), edition=near.edition, **kinds))
