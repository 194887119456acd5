"""The colours of a brand: what is read, what is derived, and the nearest that can be read."""

import re
from pathlib import Path

import pytest
from coloraide import Color

from bindery.manuscript.brand.brand_colours import (
    DARK_PAPER,
    PAPER,
    PROPERTIES,
    colours_of,
    nearest,
    ratio,
    read_colour,
)
from bindery.manuscript.brand.sheets import BrandLook, said_on
from bindery.manuscript.load import load
from bindery.manuscript.templates import HOUSE, Templates, templates_of
from bindery.vocabulary.brand import DARK, LIGHT, BrandColours, BrandSettings
from tests.shelf import SETTINGS, write_book

PALE, DEEP = "#fff2a8", "#0b2a3d"


@pytest.mark.parametrize(
    ("start", "beside"),
    [
        (PALE, ((PAPER, 4.5),)),
        (DEEP, ((DARK_PAPER, 4.5),)),
        ("#cc3366", ((PAPER, 4.5), ("#e6f0ee", 4.5))),
        ("#777777", ((PAPER, 7.0),)),
    ],
)
def test_the_nearest_colour_passes_keeps_its_hue_and_no_nearer_one_does(
    start: str, beside: tuple[tuple[str, float], ...]
) -> None:
    """A third of the way back to where it began, in a space where steps look alike, it fails."""
    found = nearest(Color(start), beside)
    assert all(ratio(found, other) >= need for other, need in beside)
    before, after = (Color(one).convert("oklch") for one in (start, found))
    if before["chroma"] > 0.01:
        assert abs(before["hue"] - after["hue"]) < 3
    nearer = Color(found).mix(Color(start), 0.34, space="oklab").convert("srgb")
    assert any(ratio(nearer.to_string(hex=True), other) < need for other, need in beside)


def test_there_is_no_colour_that_stands_out_from_all_others() -> None:
    """Black and white on both sides leave nothing."""
    assert nearest(Color(PALE), (("#ffffff", 7.0), ("#000000", 7.0))) == ""


def test_what_has_no_value_is_derived_in_light_and_in_dark() -> None:
    """From the heading: links, cover and boxes; in dark every one of them can be read."""
    brand = BrandSettings(colours=BrandColours(heading="#14532d"))
    found = {(one.table, one.key): one for one in colours_of(brand)}
    assert found[LIGHT, "link"].value == "#14532d"
    assert found[LIGHT, "cover-text"].value == "#ffffff"
    assert found[LIGHT, "box"].derived
    assert not found[LIGHT, "heading"].derived
    for key in ("heading", "link"):
        assert ratio(found[DARK, key].value, DARK_PAPER) >= 7
        assert ratio(found[DARK, key].value, found[DARK, "box"].value) >= 4.5


def test_what_is_said_is_never_derived() -> None:
    """Neither in light nor in dark."""
    brand = BrandSettings(
        colours=BrandColours(heading="#14532d", link="#0b3d91"),
        colours_in_dark=BrandColours(link="#9db8ff"),
    )
    found = {(one.table, one.key): one.value for one in colours_of(brand)}
    assert found[LIGHT, "link"] == "#0b3d91"
    assert found[DARK, "link"] == "#9db8ff"


def test_the_papers_are_those_of_the_style_sheets() -> None:
    """Derived colours are measured against them."""
    for name, paper in (("tokens.css", PAPER), ("screen.css", DARK_PAPER)):
        said = re.search(r"--paper: (#\w+);", (HOUSE / name).read_text(encoding="utf-8"))
        assert said is not None
        assert said[1] == paper


def test_every_setting_is_a_property_of_the_style_sheets() -> None:
    """One that no sheet uses would change nothing."""
    tokens = (HOUSE / "tokens.css").read_text(encoding="utf-8")
    assert [key.replace("-", "_") for key in PROPERTIES] == [*BrandColours.__slots__]
    for names in PROPERTIES.values():
        assert all(f"{name}: " in tokens for name in names)


@pytest.mark.parametrize("written", ["red", "rgb(11 74 47)", "oklch(0.4 0.1 150)", " #0b4a2f "])
def test_a_colour_is_written_as_in_css(written: str) -> None:
    """In any of its ways."""
    assert read_colour(written) is not None


@pytest.mark.parametrize(
    "written", ["grønn", "#12345", "rgb(0 0 0 / 50%)", "var(--a)", "", "#000;}"]
)
def test_what_is_no_opaque_colour_is_refused(written: str) -> None:
    """What is seen through has no contrast of its own, and nothing else gets into a style sheet."""
    assert read_colour(written) is None


def findings(folder: Path, settings: str) -> list[tuple[str, int | None]]:
    """The rule and line of each finding in a book with ``settings`` at the end of its own."""
    book = write_book(folder, "# A\n\nTekst.\n", settings=f"{SETTINGS}{settings}")
    return [(one.rule, one.location.line) for one in load(book).findings]


END = SETTINGS.count("\n")


def test_a_wrong_value_is_told_at_its_line(tmp_path: Path) -> None:
    """A colour that is none, an empty alternative text, and two covers."""
    colours = '[brand.colours]\nheading = "grønn"\n[brand.colours-in-dark]\nlink = "blå"\n'
    settings_are_valid = "settings-are-valid"
    assert findings(tmp_path / "a", colours) == [
        (settings_are_valid, END + 2),
        (settings_are_valid, END + 4),
    ]
    logo = '[brand.logo]\nfile = "a.svg"\nalternative = " "\n'
    assert findings(tmp_path / "b", logo) == [(settings_are_valid, END + 3)]
    covers = '[brand]\ncover = "a.svg"\n[editions.pdf]\ncover = "b.svg"\n'
    assert findings(tmp_path / "c", covers) == [(settings_are_valid, END + 4)]
    unknown = '[brand.colours]\ntitle = "#000000"\n'
    assert findings(tmp_path / "d", unknown) == [(settings_are_valid, END + 2)]


def test_the_cover_has_one_name_and_the_earlier_one_still_works(tmp_path: Path) -> None:
    """The same in both places is no contradiction."""
    for number, settings in enumerate(
        (
            '[brand]\ncover = "a.svg"\n',
            '[editions.pdf]\ncover = "a.svg"\n',
            '[brand]\ncover = "a.svg"\n[editions.pdf]\ncover = "a.svg"\n',
        )
    ):
        book = write_book(tmp_path / str(number), "# A\n", settings=f"{SETTINGS}\n{settings}")
        publication = load(book).publication
        assert publication is not None
        assert publication.settings.brand.cover == "a.svg"


def test_each_line_of_a_brand_says_which_setting_it_is_of() -> None:
    """And no other line of a sheet does."""
    brand = BrandSettings(colours=BrandColours(heading="#14532d"))
    plain, branded = Templates(HOUSE.parent), Templates(HOUSE.parent, BrandLook(brand))
    for name in ("tokens.css", "screen.css"):
        before, after = plain.text(name), branded.text(name)
        assert after.startswith(before.rstrip())
        assert not any(map(said_on, before.split("\n")))
        told = [said for line in after.split("\n") if (said := said_on(line)) is not None]
        assert {said.table for said in told} == ({LIGHT} if name == "tokens.css" else {DARK})
        assert told


def test_a_publication_without_a_brand_has_the_templates_as_they_are(tmp_path: Path) -> None:
    """Byte by byte."""
    publication = load(write_book(tmp_path, "# A\n")).publication
    assert publication is not None
    templates = templates_of(publication)
    for name in ("tokens.css", "screen.css", "print/print.css", "print/cover.svg"):
        assert templates.text(name) == (HOUSE / name).read_text(encoding="utf-8")
