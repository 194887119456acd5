"""Compare where an edition's links lead with where the manuscript's do."""

from collections.abc import Hashable, Iterator, Mapping

from bindery.readback.align import Pair, same_text, shortened
from bindery.readback.messages import LINKS, NOTES, Near, ReadBackRule, other_language
from bindery.readback.passages import MAIN, Book, Note, Passage, Place, Span
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text


class Counterparts:
    """Maps passages of the manuscript to those of an edition, in the notes too."""

    def __init__(
        self,
        said: Book,
        heard: Book,
        main: list[Pair],
        notes: Mapping[Pair, list[Pair]],
    ) -> None:
        self._said = said
        self._heard = heard
        self._places: dict[Place, Place] = {}
        self._labels = {
            (MAIN, other)
            for at, other in main
            if at is not None and other is not None and _is_label(said, at)
        }
        for at, other in main:
            if at is not None and other is not None:
                self._places[MAIN, at] = (MAIN, other)
        for (ours, theirs), pairs in notes.items():
            for at, other in pairs:
                if None not in (ours, theirs, at, other):
                    self._places[ours, at] = (theirs, other)  # type: ignore[index, assignment]

        self._ours = {theirs: ours for ours, theirs in self._places.items()}

    def leads_right(self, said: Span, heard: Span) -> bool:
        """Whether two links lead to the same address, or to the same passage of the book."""
        if said.target is None:
            return heard.target is None and said.value == heard.value
        ours = self._said.places.get(said.target)
        theirs = self._heard.places.get(heard.target)
        if ours is None or theirs is None:
            return False
        return self._places.get(ours) == self._own(theirs)

    def opens_right(self, heard: Span) -> bool:
        """Whether a link within the book opens the page that its passage begins on."""
        if heard.target is None:
            return True
        place = self._heard.places.get(heard.target)
        begins = self._at(place).page if place is not None else 0
        return heard.page is not None and begins in (0, heard.page)

    def manuscript_place(self, heard: Span) -> Place | None:
        """Return the place in the manuscript of the passage that an edition's link leads to."""
        place = self._heard.places.get(heard.target)
        if place is None:
            return None
        own = self._own(place)
        return self._ours.get(own)

    def manuscript_passage(self, heard: Place) -> Passage | None:
        """Return the manuscript's passage for the edition's passage at ``heard``."""
        ours = self._ours.get(heard)
        if ours is None:
            return None
        number, at = ours
        return (self._said.passages if number == MAIN else self._said.notes[number].passages)[at]

    def edition_passage(self, said: Hashable) -> Passage | None:
        """Return the edition's passage for the manuscript's that is called ``said``."""
        ours = self._said.places.get(said)
        theirs = None if ours is None else self._places.get(ours)
        return None if theirs is None else self._at(theirs)

    def words_at(self, heard: Span) -> str:
        """Return the words of the passage that a link leads to."""
        place = self._heard.places.get(heard.target)
        return shortened(self._at(place).text, 40) if place is not None else ""

    def words_meant(self, said: Span) -> str:
        """Return the words of the passage that a link of the manuscript leads to."""
        place = self._said.places.get(said.target)
        if place is None:
            return "–"
        number, at = place
        passages = self._said.passages if number == MAIN else self._said.notes[number].passages
        return shortened(passages[at].text, 40)

    def tied(self, said: Note, heard: Note, near: Near) -> Iterator[Finding]:
        """Report a note with a wrong number, or a wrong link back to the text."""
        near = near.at(said.passages[0]) if said.passages else near
        if said.label != heard.label:
            yield NOTES.broken(
                near,
                Text(
                    nb=f"Noten er nummer {said.label} i manuset, "
                    f"men «{heard.label}» i {near.edition.nb}.",
                    en=f"The note is number {said.label} in the manuscript, "
                    f"but “{heard.label}” in {near.edition.en}.",
                ),
            )
        if said.back is not None and not self._leads_back(said, heard):
            yield NOTES.broken(
                near,
                Text(
                    nb=f"Note {said.label} mangler en lenke tilbake til nummeret i teksten.",
                    en=f"Note {said.label} has no link back to a number of its own in the text.",
                ),
            )
        elif heard.back is not None and said.back_language and heard.back_language:
            languages = said.back_language, heard.back_language
            yield from other_language(heard.back.text, *languages, near, ours=True)

    def _leads_back(self, said: Note, heard: Note) -> bool:
        """Whether there is a way back to each place that refers to the note, and no other way.

        On paper the number leads to the mark that the note is below, which need not be the first.
        """
        left = [one for one in (heard.back, *heard.again) if one is not None]
        for way in (said.back, *said.again):
            right = (
                None
                if way is None
                else next((one for one in left if self.leads_right(way, one)), None)
            )
            if right is None:
                return False
            left.remove(right)
        return not left

    def _own(self, place: Place) -> Place:
        """Return ``place``; for the label that the edition adds before a heading, the heading's."""
        return (place[0], place[1] + 1) if place in self._labels else place

    def _at(self, place: Place) -> Passage:
        number, at = self._own(place)
        passages = self._heard.passages if number == MAIN else self._heard.notes[number].passages
        return passages[at]


def _is_label(said: Book, at: int) -> bool:
    """Whether a passage is added right before a heading of the manuscript."""
    after = said.passages[at + 1 : at + 2]
    labelled = [one.kind == "heading" and not one.added for one in after]
    return said.passages[at].added and said.passages[at].kind == "paragraph" and any(labelled)


def compare_links(
    said: Passage, heard: Passage, near: Near, counterparts: Counterparts
) -> Iterator[Finding]:
    """Compare the links of two passages, in order."""
    ours, theirs = ([span for span in one.spans if span.kind == "link"] for one in (said, heard))
    if len(ours) != len(theirs) or any(
        not same_text(one.text, other.text) for one, other in zip(ours, theirs, strict=True)
    ):
        told = [", ".join(f"«{span.text}»" for span in one) or "–" for one in (ours, theirs)]
        yield LINKS.broken(
            near,
            Text(
                nb=f"Lenkene i avsnittet er {told[0]} i manuset, "
                f"men {told[1]} i {near.edition.nb}.",
                en=f"The links in the passage are {told[0]} in the manuscript, "
                f"but {told[1]} in {near.edition.en}.",
            ),
        )
        return
    for one, other in zip(ours, theirs, strict=True):
        rule = NOTES if str(one.target or "").startswith("note-") else LINKS
        if one.says_page != other.says_page:
            yield rule.broken(near, _OTHER_PAGE.filled(text=one.text))
        if not counterparts.leads_right(one, other):
            yield _astray(rule, one, other, near, counterparts)
        elif not counterparts.opens_right(other):
            page = "–" if other.page is None else other.page
            yield rule.broken(
                near,
                Text(
                    nb=f"Lenken «{one.text}» åpner ikke siden den går til (side: {page}).",
                    en=f"The link “{one.text}” does not open the page it leads to (page: {page}).",
                ),
            )


_OTHER_PAGE = Text(
    nb="Henvisningen «{text}» sier ikke hvilken side den går til.",
    en="The reference “{text}” does not say which page it leads to.",
)


def _astray(
    rule: ReadBackRule, said: Span, heard: Span, near: Near, counterparts: Counterparts
) -> Finding:
    where = heard.value or counterparts.words_at(heard)
    meant = said.value or counterparts.words_meant(said)
    if not where:
        return rule.broken(
            near,
            Text(
                nb=f"En skjermleser kan ikke følge lenken «{said.text}». "
                f"I manuset går den til «{meant}».",
                en=f"A screen reader cannot follow the link “{said.text}”. "
                f"In the manuscript it leads to “{meant}”.",
            ),
        )
    return rule.broken(
        near,
        Text(
            nb=f"Lenken «{said.text}» går til «{where}». I manuset går den til «{meant}».",
            en=f"The link “{said.text}” leads to “{where}”. In the manuscript it leads to "
            f"“{meant}”.",
        ),
    )
