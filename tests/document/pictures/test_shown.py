"""What the editions show of each kind of picture: the same as its author sees."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from bindery.document.pictures.opening import size_of
from bindery.document.pictures.redrawn import redrawn
from bindery.document.pictures.shown import Picture, Pictures
from tests.document.pictures.samples import (
    BLUE,
    HEIC,
    RED,
    SIZE,
    is_near,
    noted,
    saved,
    seen,
    sixteen_bits,
    two_colours,
)


def shown(name: str, content: bytes) -> Picture:
    """What editions have for a file."""
    return Pictures({name: content})[name]


KINDS = {
    "a.jpg": ("JPEG", saved(two_colours(), "JPEG")),
    "four-colours.jpg": ("JPEG", saved(two_colours("CMYK"), "JPEG")),
    "palette.png": ("PNG", saved(two_colours("P"), "PNG")),
    "clear.png": ("PNG", saved(two_colours("RGBA"), "PNG")),
    "a.gif": ("GIF", saved(two_colours("P"), "GIF")),
    "a.webp": ("WEBP", saved(two_colours(), "WEBP")),
    "a.tif": ("PNG", saved(two_colours(), "TIFF")),
    "four-colours.tiff": ("PNG", saved(two_colours("CMYK"), "TIFF")),
    "a.bmp": ("PNG", saved(two_colours(), "BMP")),
    "a.avif": ("JPEG", saved(two_colours(), "AVIF")),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_shown_in_its_colours(name: str) -> None:
    """All programs know the format of what is shown, and its colours are the author's."""
    form, content = KINDS[name]
    picture = shown(name, content)
    image = seen(picture.content)
    assert (picture.form, image.size) == (form, SIZE)
    assert is_near(image.getpixel((5, 5)), RED)
    assert is_near(image.getpixel((SIZE[0] - 5, 5)), BLUE)


@pytest.mark.parametrize("name", ["a.jpg", "palette.png", "clear.png", "a.gif", "a.webp"])
def test_a_plain_picture_keeps_its_bytes(name: str) -> None:
    """Nothing is written again that all programs show already."""
    _, content = KINDS[name]
    assert shown(name, content).content == content


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_sixteen_bits_of_grey_are_grey(form: str) -> None:
    """Pillow's own conversion would make all but the darkest shade white."""
    picture = shown(f"grey.{form.lower()}", saved(sixteen_bits(), form))
    image = Image.open(_file(picture))
    assert image.mode == "L"
    assert [image.getpixel((shade, 0)) for shade in (0, 1, 128, 255)] == [0, 1, 128, 255]


def test_a_shade_of_sixteen_bits_stays_clear() -> None:
    """The one shade that a PNG says is transparent is, and its neighbours are not."""
    content = saved(sixteen_bits(), "PNG", transparency=128 * 257)
    image = Image.open(_file(shown("grey.png", content)))
    assert [image.getpixel((shade, 0)) for shade in (127, 128)] == [(127, 255), (128, 0)]


def test_lightness_and_two_colours_become_red() -> None:
    """LAB, which presses use, is shown by no browser."""
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    lab = ImageCms.applyTransform(two_colours(), to_lab)
    assert lab is not None
    image = seen(shown("a.tif", saved(lab, "TIFF")).content)
    assert is_near(image.getpixel((5, 5)), RED)


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.tif", "TIFF")],
)
def test_a_picture_on_its_side_is_upright(name: str, form: str) -> None:
    """It is turned itself, since its note about that goes with the others."""
    content = saved(two_colours(), form, exif=noted(orientation=6))
    image = seen(shown(name, content).content)
    assert image.size == SIZE[::-1] == size_of(content, form)
    assert is_near(image.getpixel((5, 5)), RED)
    assert is_near(image.getpixel((5, SIZE[0] - 5)), BLUE)


def test_a_photograph_of_a_telephone_is_shown() -> None:
    """HEIC becomes a JPEG that is upright."""
    picture = shown("IMG_0001.HEIC", HEIC)
    image = seen(picture.content)
    assert (picture.form, picture.suffix, image.size) == ("JPEG", ".jpg", SIZE[::-1])
    assert is_near(image.getpixel((5, 5)), RED)


def test_other_colours_than_those_of_screens_are_converted() -> None:
    """A profile in which red and blue change places is heeded by us, as not all programs do."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = (profile.index(name, 128) for name in (b"rXYZ", b"bXYZ"))
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    image = seen(shown("a.png", saved(two_colours(), "PNG", icc_profile=bytes(profile))).content)
    assert is_near(image.getpixel((5, 5)), BLUE)


def test_what_moves_goes_on_moving() -> None:
    """An animation keeps all its frames."""
    frames = [two_colours("P"), two_colours("P").transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    content = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], comment=b"Kari")
    image = Image.open(_file(shown("a.gif", content)))
    assert getattr(image, "n_frames", 1) == 2
    assert b"Kari" not in shown("a.gif", content).content


def test_a_picture_is_made_smaller_and_keeps_its_shape() -> None:
    """It has no more pixels than are asked for, in colours that are mixed."""
    content = saved(two_colours("P").resize((640, 320)), "PNG")
    made, form = redrawn(content, "PNG", 5000)
    image = seen(made)
    assert (form, image.size) == ("PNG", (100, 50))
    assert is_near(image.getpixel((5, 5)), RED)


def test_a_damaged_file_is_left_for_its_rule() -> None:
    """No edition is made of it, and nothing breaks on a file that no chapter shows."""
    assert shown("a.tif", b"II*").content == b"II*"


def _file(picture: Picture) -> BytesIO:
    return BytesIO(picture.content)
