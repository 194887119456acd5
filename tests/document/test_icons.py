"""Images among words are part of the line; images on their own are not."""

import pytest
from lxml import etree

from bindery.document.icons import mark_icons

SIZED = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>'
UNSIZED = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"/>'
IMAGES = {"sized.svg": SIZED, "unsized.svg": UNSIZED, "broken.svg": b"<svg", "a.png": b""}


def classes(xhtml: str) -> list[str | None]:
    """The class of each image in a section."""
    section = etree.fromstring(f"<section>{xhtml}</section>")
    mark_icons(section, IMAGES)
    return [image.get("class") for image in section.iter("img")]


@pytest.mark.parametrize(
    "block",
    [
        "<p>Trykk på {0} her.</p>",
        '<p>{0}<a href="#b">lenke</a></p>',
        "<p><em>ja {0}</em></p>",
        "<h2>{0} Hjem</h2>",
        "<h2>{0}</h2>",
        "<table><tr><td>{0}</td></tr></table>",
        "<ul><li>{0} Punkt</li></ul>",
        "<ul><li><p>{0} Punkt</p><p>Mer</p></li></ul>",
        "<dl><dt>{0}</dt><dd>{0} Ord</dd></dl>",
        "<figure><figcaption>Merket {0} er her.</figcaption></figure>",
    ],
)
def test_an_image_among_words_is_an_icon(block: str) -> None:
    """As high as its line, unless it has a size of its own."""
    for name, wanted in (("unsized", "icon line-high"), ("sized", "icon")):
        assert set(classes(block.format(f'<img src="{name}.svg"/>'))) == {wanted}


@pytest.mark.parametrize(
    "block",
    [
        "<p>{0}</p>",
        '<p><a href="#b">{0}</a></p>',
        "<figure>{0}<figcaption>Ord.</figcaption></figure>",
        "<ul><li>{0}</li></ul>",
        "<ul><li>{0}<ul><li>Ord</li></ul></li></ul>",
        "<div><p>Ord</p>{0}</div>",
    ],
)
def test_an_image_on_its_own_is_none(block: str) -> None:
    """A figure, and an image that is all there is in its block."""
    assert set(classes(block.format('<img src="unsized.svg"/>'))) == {None}


@pytest.mark.parametrize(
    "image",
    [
        '<img src="a.png"/>',
        '<img src="broken.svg"/>',
        '<img src="unsized.svg" width="9"/>',
        '<img src="unsized.svg" style="width:9%"/>',
    ],
)
def test_a_size_is_kept(image: str) -> None:
    """A picture's pixels, and what the author of the book says."""
    assert classes(f"<p>Ord {image}</p>") == ["icon"]
