"""Notes on who took a picture, where and when are in no edition, and its pixels stay the same."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bindery.document.pictures.shown import Pictures
from bindery.document.pictures.unsigned import unsigned
from tests.document.pictures.samples import HEIC, NAME, noted, saved, seen, two_colours

_XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{NAME}</x:xmpmeta>'.encode()


def _texts() -> PngInfo:
    texts = PngInfo()
    texts.add_text("Author", NAME)
    texts.add_itxt("XML:com.adobe.xmp", _XMP.decode())
    texts.add_text("Comment", NAME, zip=True)
    return texts


def _jpeg() -> bytes:
    whole = saved(two_colours(), "JPEG", exif=noted(), xmp=_XMP, comment=NAME.encode())
    iptc = b"Photoshop 3.0\0" + NAME.encode()
    return whole[:2] + b"\xff\xed" + (len(iptc) + 2).to_bytes(2) + iptc + whole[2:]


def _gif() -> bytes:
    whole = saved(two_colours("P"), "GIF", comment=NAME.encode())
    xmp = b"\x21\xff\x0bXMP DataXMP" + bytes((len(_XMP),)) + _XMP + b"\0"
    return whole[:-1] + xmp + b";"


NOTED = {
    "a.jpg": _jpeg(),
    "a.png": saved(two_colours(), "PNG", exif=noted(), pnginfo=_texts()),
    "a.webp": saved(two_colours(), "WEBP", exif=noted(), xmp=_XMP),
    "a.gif": _gif(),
    "a.tif": saved(two_colours(), "TIFF", tiffinfo={315: NAME, 700: _XMP}),
    "a.heic": HEIC,
}


@pytest.mark.parametrize("name", NOTED)
def test_who_took_it_is_left_out(name: str) -> None:
    """Neither EXIF, XMP, IPTC, text nor a comment is there."""
    content = NOTED[name]
    assert NAME.encode() in content
    shown = Pictures({name: content})[name].content
    assert NAME.encode() not in shown
    assert not Image.open(_file(shown)).getexif()


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.gif"])
def test_no_pixel_changes(name: str) -> None:
    """Notes are cut out of the file: nothing is compressed a second time."""
    shown = Pictures(NOTED)[name].content
    assert seen(shown).tobytes() == seen(NOTED[name]).tobytes()


@pytest.mark.parametrize(("form", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png")])
def test_what_comes_after_the_picture_is_left_out(form: str, name: str) -> None:
    """Telephones put a film with sound there."""
    picture = unsigned(NOTED[name], form)
    assert unsigned(NOTED[name] + b"ftypmp42" + NAME.encode(), form) == picture


def test_a_second_picture_is_left_out() -> None:
    """A JPEG of a telephone may have another picture beside it, which is not a part of the book."""
    content = saved(two_colours(), "MPO", save_all=True, append_images=[two_colours()])
    shown = Pictures({"a.jpg": content})["a.jpg"].content
    assert Image.open(_file(content)).format == "MPO"
    assert Image.open(_file(shown)).format == "JPEG"


def test_how_a_picture_is_drawn_is_kept() -> None:
    """The colour profile and the clear colour of a palette are no notes."""
    content = saved(two_colours("P"), "PNG", transparency=0, icc_profile=b"p" * 200)
    assert unsigned(content, "PNG") == content
    profile = saved(two_colours(), "JPEG", icc_profile=b"p" * 200)
    assert unsigned(profile, "JPEG") == profile


def _file(content: bytes) -> BytesIO:
    return BytesIO(content)
