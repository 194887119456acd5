"""Photographs from Word and telephones are upright, in sRGB and without notes when they are in."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bindery.importing import figures_made_right
from bindery.importing.figures_made_right import made_right
from tests.importing import word as w
from tests.importing.importing import written
from tests.importing.word import Word

ORIENTATION, CAMERA = 0x0112, 0x0110


def photo(form: str = "JPEG", mode: str = "RGB", orientation: int = 1, camera: str = "") -> bytes:
    """A picture of 60 × 40 pixels, red on its left."""
    picture = Image.new("RGB", (60, 40), "white")
    picture.paste((200, 0, 0), (0, 0, 30, 40))
    notes = Image.Exif()
    if orientation != 1:
        notes[ORIENTATION] = orientation
    if camera:
        notes[CAMERA] = camera
    written = BytesIO()
    picture.convert(mode).save(written, form, exif=notes)
    return written.getvalue()


def told(content: bytes, kind: str = "jpg") -> list[str]:
    """What was done to a picture."""
    return [one.en for one in made_right(content, kind).done]


def opened(content: bytes) -> Image.Image:
    """A picture with its pixels read."""
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def test_a_good_picture_keeps_its_bytes() -> None:
    """And nothing is said of it."""
    good = photo("PNG")
    assert made_right(good, "png").content == good
    assert told(good, "png") == []


def test_a_photograph_on_its_side_is_turned() -> None:
    """Its pixels, not a note that some programs ignore."""
    right = made_right(photo(orientation=6), "jpg")
    picture = opened(right.content)
    assert picture.size == (40, 60)
    assert ORIENTATION not in picture.getexif()
    top, bottom = picture.getpixel((20, 5)), picture.getpixel((20, 55))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[1] < 60 < bottom[1]
    assert right.redrawn
    assert [one.en for one in right.done] == ["turned upright"]


def test_colours_for_a_press_become_those_of_a_screen() -> None:
    """CMYK is inside out in some programs."""
    right = made_right(photo(mode="CMYK"), "jpg")
    assert opened(right.content).mode == "RGB"
    assert [one.en for one in right.done] == ["colours converted to sRGB"]


def test_notes_on_the_photographer_are_left_out() -> None:
    """The pixels are the same."""
    before = photo(camera="Telefon 12")
    right = made_right(before, "jpg")
    assert b"Telefon" in before
    assert b"Telefon" not in right.content
    assert opened(right.content).tobytes() == opened(before).tobytes()
    assert [one.en for one in right.done] == ["without notes on camera, time and place"]
    assert not right.redrawn


def test_a_format_that_browsers_do_not_know_becomes_another() -> None:
    """By another name."""
    right = made_right(photo("TIFF"), "tiff")
    assert right.kind == "png"
    assert [one.en for one in right.done] == ["converted from TIFF"]


def test_a_picture_larger_than_print_shows_is_made_smaller(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In the same proportions."""
    monkeypatch.setattr(figures_made_right, "MOST_PIXELS_IN_PRINT", 600)
    right = made_right(photo(), "jpg")
    assert opened(right.content).size == (30, 20)
    assert [one.en for one in right.done] == ["made smaller, from 60 × 40 pixels"]


def test_what_cannot_be_read_is_left_for_a_rule_to_tell() -> None:
    """A file that is cut short, and one that is no picture."""
    for content in (photo()[:200], b"nothing"):
        assert made_right(content, "jpg").content == content
        assert told(content) == []


def test_the_report_says_what_was_done(tmp_path: Path) -> None:
    """And the picture as it came is kept beside, when its pixels are others."""
    document = Word(title="Rapport")
    turned = document.picture("a.jpeg", photo(orientation=6, camera="Telefon 12"), "Båt i havna")
    document.body += [w.paragraph(w.run("Innledning"), style="Heading1"), w.paragraph(turned)]
    book = written(tmp_path, document)
    assert "picture-made-right" in book.kinds()
    report = (book.path / "import/report.md").read_text(encoding="utf-8")
    assert "snudd riktig vei" in report
    (kept,) = (book.path / "import/originals").iterdir()
    assert kept.read_bytes() == photo(orientation=6, camera="Telefon 12")
    (figure,) = (book.path / "manuscript/figures").iterdir()
    assert opened(figure.read_bytes()).size == (40, 60)
