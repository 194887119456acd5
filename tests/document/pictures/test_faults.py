"""What keeps readers from seeing a whole picture is found, and nothing else."""

import time
import zlib

import pytest
from PIL import Image, ImageFile

from bindery.document.pictures.faults import Diagnosis, Fault, fault_of
from bindery.rules.manuscript.image_is_readable import FAULTS
from tests.document.pictures.samples import HEIC, saved, two_colours
from tests.document.pictures.test_shown import KINDS

NOISE = Image.effect_noise((120, 90), 80)

CUT = {
    "a.jpg": saved(NOISE, "JPEG"),
    "gradual.jpg": saved(NOISE, "JPEG", progressive=True),
    "a.png": saved(NOISE, "PNG"),
    "a.gif": saved(NOISE, "GIF"),
    "a.webp": saved(NOISE.convert("RGB"), "WEBP"),
    "a.tif": saved(NOISE, "TIFF"),
    "a.bmp": saved(NOISE, "BMP"),
    "a.avif": saved(NOISE.convert("RGB"), "AVIF"),
    "a.heic": HEIC,
}


@pytest.mark.parametrize("name", CUT)
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_half_a_file_is_damaged(name: str, share: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where WeasyPrint has told Pillow to draw what there is."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    content = CUT[name]
    assert fault_of(name, content) is None
    assert fault_of(name, content[: int(len(content) * share)]) == Diagnosis(Fault.DAMAGED)


@pytest.mark.parametrize("name", KINDS)
def test_a_whole_file_has_no_fault(name: str) -> None:
    """Every kind that can be shown may be used."""
    assert fault_of(name, KINDS[name][1]) is None


def test_a_film_that_is_cut_in_its_second_frame_is_damaged() -> None:
    """Its first frame alone would have passed."""
    content = saved(NOISE, "GIF", save_all=True, append_images=[NOISE.rotate(90)])
    assert fault_of("a.gif", content) is None
    assert fault_of("a.gif", content[:-400]) == Diagnosis(Fault.DAMAGED)


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.png", saved(NOISE, "JPEG"), Diagnosis(Fault.OTHER_FORMAT, "JPEG")),
        ("a.jpg", HEIC, Diagnosis(Fault.OTHER_FORMAT, "HEIF")),
        ("a.jpg", b"<svg/>", Diagnosis(Fault.DAMAGED)),
        ("a.gif", b"", Diagnosis(Fault.DAMAGED)),
        ("a.tif", saved(Image.new("F", (9, 9)), "TIFF"), Diagnosis(Fault.NUMBERS)),
        (
            "a.tif",
            saved(NOISE, "TIFF", save_all=True, append_images=[NOISE]),
            Diagnosis(Fault.SEVERAL_PAGES),
        ),
        (
            "a.avif",
            saved(two_colours(), "AVIF", save_all=True, append_images=[two_colours().rotate(180)]),
            Diagnosis(Fault.MOVES),
        ),
    ],
)
def test_what_cannot_be_shown_is_named(name: str, content: bytes, fault: Diagnosis) -> None:
    """A wrong name, measurements, several pages, and films that few programs show."""
    assert fault_of(name, content) == fault


def test_a_picture_for_a_page_of_a_telephone_is_one_page() -> None:
    """The second picture of a JPEG is not another page."""
    content = saved(NOISE, "MPO", save_all=True, append_images=[NOISE])
    assert fault_of("a.jpg", content) is None


def test_twenty_thousand_million_pixels_are_refused_at_once() -> None:
    """The size is read, and no pixel."""
    size = (200_000).to_bytes(4) + (100_000).to_bytes(4)
    content = b"\x89PNG\r\n\x1a\n"
    for chunk in (b"IHDR" + size + bytes((8, 2, 0, 0, 0)), b"IDAT" + zlib.compress(bytes(9))):
        content += (len(chunk) - 4).to_bytes(4) + chunk + zlib.crc32(chunk).to_bytes(4)
    before = time.process_time()
    assert fault_of("a.png", content) == Diagnosis(Fault.TOO_LARGE)
    assert time.process_time() - before < 1


def test_every_fault_is_told() -> None:
    """The rule has a message for each."""
    assert set(FAULTS) == {fault.name for fault in Fault}
