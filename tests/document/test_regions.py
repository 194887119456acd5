"""What is wider than a screen scrolls by itself."""

from lxml import etree

from bindery.document.regions import make_regions

MATH = (
    '<p><math xmlns="http://www.w3.org/1998/Math/MathML" display="{display}">'
    "<mi>a</mi><mo>=</mo><mn>{number}</mn></math>!</p>"
)
TABLE = "<div><table><caption>Tall</caption><tr><td>{word}</td><td>2</td></tr></table></div>"


def made(markup: str, room: int = 0) -> etree._Element:
    """The tree with its regions."""
    tree = etree.fromstring(f'<section lang="nb">{markup}</section>')
    make_regions(tree, "a", "en", room)
    return tree


def test_a_table_is_a_region_named_by_its_caption() -> None:
    """It can be reached and scrolled from the keyboard."""
    region = made(TABLE.format(word="ord")).find(".//div[@role='region']")
    assert region is not None
    assert region.get("tabindex") == "0"
    caption = region.find("table/caption")
    assert caption is not None
    assert caption.get("id") == region.get("aria-labelledby")


def test_a_table_without_a_caption_has_a_name_too() -> None:
    """A box that scrolls must be reached from the keyboard, and say what it is."""
    bare = TABLE.replace("<caption>Tall</caption>", "")
    region = made(bare.format(word="ord")).find(".//div[@role='region']")
    assert region is not None
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "Tabell 1")


def test_a_table_with_room_enough_is_left_alone() -> None:
    """A box that scrolls cannot be parted where a page ends."""
    assert made(TABLE.format(word="ord"), 26).find(".//div[@role='region']") is None
    assert made(TABLE.format(word="a" * 26), 26).find(".//div[@role='region']") is not None


def test_a_long_formula_scrolls() -> None:
    """One on a line of its own, which no browser breaks; the text around it stays."""
    long = made(MATH.format(display="block", number="1" * 20))
    box = long.find(".//span[@class='formula']")
    assert box is not None
    assert (box.get("aria-label"), box.get("tabindex"), box.tail) == ("Formel", "0", "!")
    for display, number in (("block", "1"), ("inline", "1" * 20)):
        short = made(MATH.format(display=display, number=number))
        assert short.find(".//span[@class='formula']") is None
