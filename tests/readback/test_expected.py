"""What the Document says should be heard, where HTML says it in a way of its own."""

from pathlib import Path

from bindery.readback.document.expected import expected_in_print
from bindery.readback.passages import Passage
from tests.shelf import document_of


def passages(folder: Path, markdown: str) -> list[Passage]:
    """What a chapter says, without what the edition adds."""
    document = document_of(folder, markdown)
    return [one for one in expected_in_print(document, notes_apart=True).passages if not one.added]


def test_a_line_break_is_a_space(tmp_path: Path) -> None:
    """The words on its two sides do not run together."""
    assert [one.text for one in passages(tmp_path, "Ro, ro\\\ntil skjær\n")] == ["Ro, ro til skjær"]


def test_a_list_keeps_its_numbers(tmp_path: Path) -> None:
    """A list that begins with seven is heard so."""
    said_of = passages(tmp_path, "7. Sju\n8. Åtte\n\nOg\n\n- en\n")
    labels = [box.fact("label") for one in said_of for box in one.inside if box.kind == "item"]
    assert labels == ["7", "8", ""]


def test_a_figure_alone_is_no_paragraph(tmp_path: Path) -> None:
    """Its alternative is what is said; in a line it is a thing among the words."""
    markdown = "![Kart](../figures/kart.svg)\n\nSe ![merket](../figures/kart.svg), og gå.\n"
    alone, in_line = passages(tmp_path, markdown)
    assert (alone.kind, alone.text) == ("figure", "Kart")
    assert [(span.kind, span.value) for span in in_line.spans] == [("figure", "merket")]


def test_decoration_is_not_said(tmp_path: Path) -> None:
    """An image without words is for the eye."""
    markdown = "![](../figures/kart.svg){.decorative}\n\nTekst.\n"
    assert [one.text for one in passages(tmp_path, markdown)] == ["Tekst."]


def test_soft_hyphens_are_silent(tmp_path: Path) -> None:
    """The author's own say where a word may be divided, and nothing else."""
    assert [one.text for one in passages(tmp_path, "skjær&shy;gård\n")] == ["skjærgård"]
