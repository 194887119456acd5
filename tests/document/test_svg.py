"""Drawings in their plain form: what they say of themselves is kept, and holds for them alone."""

import re

import pytest
from lxml import etree
from lxml.builder import E

from bindery.document.drawings import inline_drawings
from bindery.document.model import Element
from bindery.document.svg.parse import SVG, UndrawableError
from bindery.document.svg.plain import plain_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg_of(inside: str, said: str = 'viewBox="0 0 9 9"') -> bytes:
    """A drawing with ``inside`` in it."""
    return f"{HEAD} {said}>{inside}</svg>".encode()


def plain(inside: str, said: str = 'viewBox="0 0 9 9"') -> str:
    """The plain form of a drawing, written."""
    return plain_drawing(svg_of(inside, said)).as_file.decode()


def page_of(*drawings: bytes, classes: str = "") -> Element:
    """A page that shows ``drawings``, each written into it."""
    images = {f"{number}.svg": one for number, one in enumerate(drawings)}
    shown = (E.img({"class": classes} if classes else {}, src=name, alt="x") for name in images)
    page: Element = E.body(E.p(*shown))
    inline_drawings(page, images, 0)
    return page


@pytest.mark.parametrize(
    ("css", "there"),
    [
        ("rect{fill:red}", "fill:red"),
        ("#a{fill:red}", "fill:red"),
        (".b{fill:red}", "fill:red"),
        (":root rect{fill:red}", "fill:red"),
        ("svg.rot > #a:first-of-type{fill:red}", "fill:red"),
        ("rect{fill:red!important}#a.b{fill:blue}", "fill:red"),
        ("#a{fill:red}rect{fill:blue}", "fill:red"),
        (".b{&.c{fill:red}}", "fill:red"),
        ("@media screen{rect{fill:red}}", "fill:red"),
        ("rect{fill:red}@media (prefers-color-scheme:dark){rect{fill:white}}", "fill:red"),
        ("rect{fill:red}@media print{rect{fill:white}}", "fill:red"),
        (":root{--x:red}rect{fill:var(--x)}", "fill:red"),
        ("rect{fill:var(--y,red)}", "fill:red"),
        ("rect{fill:light-dark(red,white)}", "fill:red"),
        ("@supports (fill:red){rect{fill:red}}", "fill:red"),
        ('rect{fill:url("#g")}', "fill:url(#g)"),
        ("rect{fill:url('#g')}", "fill:url(#g)"),
        ("rect{fill:u\\72l(#g)}", "fill:url(#g)"),
        ("rect{font:italic bold 12px/2 Arial,serif}", "font-size:12px"),
        ("rect{fill:red}rect:hover{fill:blue}", "fill:red"),
        ("rect{fill:red;fill:oklch(60% 0.1 200)}", "fill:red;fill:oklch(60% 0.1 200)"),
        ("@namespace s url(http://www.w3.org/2000/svg);s|rect{fill:red}", "fill:red"),
    ],
)
def test_a_sheet_is_written_on_its_elements(css: str, there: str) -> None:
    """Whatever selects the rectangle, its style is on it, and neither sheet nor class is left."""
    made = plain(
        f'<linearGradient id="g"/><style><![CDATA[{css}]]></style><rect id="a" class="b c"/>',
        'class="rot" viewBox="0 0 9 9"',
    )
    style = re.search(r'<rect [^>]*style="([^"]*)"', made)
    assert style and there in [*style[1].split(";"), style[1]]
    assert "<style" not in made and "class=" not in made


@pytest.mark.parametrize("css", ["p{display:none}", "body::before{content:'X'}", "h1,.a{top:0}"])
def test_a_sheet_reaches_nothing_around(css: str) -> None:
    """A rule for what is not in the drawing is gone."""
    assert "style" not in plain(f"<style>{css}</style><rect/>")


def test_two_drawings_do_not_colour_each_other() -> None:
    """The same class and the same id in two drawings are two things."""
    drawing = '<style>.cls-1{{fill:url(#a)}}#b{{stroke:{0}}}</style><linearGradient id="a"/>'
    shape = '<rect class="cls-1" id="b"/>'
    first, second = page_of(*(svg_of(drawing.format(one) + shape) for one in ("red", "blue")))[0]
    for number, (svg, stroke) in enumerate(((first, "red"), (second, "blue")), start=1):
        (rectangle,) = svg.iter(f"{SVG}rect")
        assert rectangle.get("style") == f"fill:url(#tegning-{number}-a);stroke:{stroke}"
        assert rectangle.get("id") == f"tegning-{number}-b"
        assert {one.get("class") for one in svg.iter()} == {"drawing", None}


@pytest.mark.parametrize(
    ("said", "width", "height", "box"),
    [
        ('width="40" height="20"', "40", "20", "0 0 40 20"),
        ('width="40px" height="20px" viewBox="0 0 4 2"', "40", "20", "0 0 4 2"),
        ('width="30pt" viewBox="0 0 4 2"', "40", "20", "0 0 4 2"),
        ('width="25.4mm" height="1in"', "96", "96", "0 0 96 96"),
        ('style="width:40px;height:20px" viewBox="0 0 4 2"', "40", "20", "0 0 4 2"),
        ('width="100%" style="max-width: 40px" viewBox="0 0 4 2"', "40", "20", "0 0 4 2"),
        ('width="100%" height="100%" viewBox="0 0 4 2"', None, None, "0 0 4 2"),
        ('viewBox="0,0,4,2"', None, None, "0 0 4 2"),
        ("", "300", "150", "0 0 300 150"),
        ('width="40" height="40" viewBox="0 0 4 2"', "40", "40", "0 0 40 40"),
    ],
)
def test_a_drawing_keeps_its_size(
    said: str, width: str | None, height: str | None, box: str
) -> None:
    """What it says of its size is said in pixels, and its box has the same proportions."""
    (svg,) = page_of(svg_of("<rect/>", said))[0]
    assert (svg.get("width"), svg.get("height"), svg.get("viewBox")) == (width, height, box)


def test_a_size_in_the_manuscript_goes_before_that_of_the_drawing() -> None:
    """The author of the book decides."""
    image = E.img(src="a.svg", alt="x", style="width:50%")
    page: Element = E.body(E.p(image))
    inline_drawings(page, {"a.svg": svg_of("<rect/>", 'width="40" height="20"')}, 0)
    (svg,) = page[0]
    assert (svg.get("style"), svg.get("width")) == ("width:50%", None)


def test_a_ground_is_drawn() -> None:
    """The colour behind a drawing is a rectangle, which print and dark pages show too."""
    made = plain("<circle/>", 'style="background-color:#eee" viewBox="-1 -2 3 4"')
    assert re.search(r'<rect x="-1" y="-2" width="3" height="4" style="fill:#eee;', made)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg [<!ENTITY red "#b00"><!ENTITY ns "http://www.w3.org/2000/svg">]>',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY red "#b00">'
        '<!ENTITY ns "http://www.w3.org/2000/svg">]>',
    ],
)
def test_internal_entities_are_expanded(doctype: str) -> None:
    """In namespaces, as Illustrator writes them, in attributes and in text."""
    svg = f'{doctype}<svg xmlns="&ns;" viewBox="0 0 9 9"><text fill="&red;">&red;</text></svg>'
    assert '<text fill="#b00">#b00</text>' in plain_drawing(svg.encode()).as_file.decode()


def test_of_a_switch_what_every_program_draws_is_kept() -> None:
    """Illustrator's and draw.io's files have HTML beside the same as SVG."""
    made = plain('<switch><foreignObject/><g><text>Ja</text></g><a href="https://a.no"/></switch>')
    assert "<g><g><text>Ja</text></g></g>" in made


def _copies(number: int, times: int) -> str:
    """A group in which the group before it is drawn so many times."""
    return f'<g id="a{number + 1}">' + f'<use href="#a{number}"/>' * times + "</g>"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ('<g id="a0"/>' + "".join(_copies(n, 10) for n in range(9)), "repeats itself"),
        ("<g>" * 200 + "</g>" * 200, "levels"),
        ("<g>" * 2000 + "</g>" * 2000, "levels"),
        ('<g id="a0"/>' + "".join(_copies(n, 1) for n in range(99)), "levels"),
        (
            "<style>"
            + "".join(f"g g rect:nth-child({n}){{x:0}}" for n in range(800))
            + "</style>"
            + "<rect/>" * 800,
            "too many styles",
        ),
        ("<text>&nbsp;</text>", "&nbsp;"),
        ("<g>", "damaged"),
    ],
    ids=["use", "deep", "very deep", "chain", "styles", "entity", "cut off"],
)
def test_what_cannot_be_drawn_is_told(inside: str, words: str) -> None:
    """In a moment, with the reason."""
    with pytest.raises(UndrawableError, match=re.escape(words)):
        plain_drawing(svg_of(inside))


@pytest.mark.parametrize("box", ["a b c d", "NaN 0 9 9", "0 0 -9 9", "0 0 1e999 9", "0 0 9", ""])
def test_a_view_box_is_four_numbers(box: str) -> None:
    """Anything else is told, and not drawn as something else."""
    with pytest.raises(UndrawableError, match="four numbers"):
        plain_drawing(svg_of("<rect/>", f'viewBox="{box}"'))


def test_a_circle_of_references_is_cut() -> None:
    """Browsers draw what is around it; so do all editions."""
    made = plain('<g id="a"><rect/><use href="#b"/></g><g id="b"><use href="#a"/></g>')
    assert made.count("xlink:href") == 1


@pytest.mark.parametrize(
    ("inside", "there"),
    [
        ('<rect fill="url(#nei)"/>', 'fill="none"'),
        ('<rect fill="url(#nei) red"/>', 'fill="red"'),
        ('<rect clip-path="url(#nei)"/>', "<rect width"),
        ('<stop/><path d="M0 0 L nan"/>', '<stop offset="0"/><path d="M0 0 L "/>'),
        ('<rect width="x" height="inf" x="1"/>', '<rect x="1" width="0" height="0"/>'),
        ('<ellipse rx="3"/>', '<ellipse rx="3" ry="3"/>'),
        ('<rect content="a" data-b="c" onclick="d()" vector-effect="none"/>', "<rect width"),
        ('<text font-size="10px"><tspan font-size="50%">a</tspan></text>', 'font-size="5"'),
        ('<text>a<a href="https://b.no">c</a>d</text>', "a<tspan>c</tspan>d"),
        ('<text>a<i:x xmlns:i="i"/>b</text>', "<text>ab</text>"),
    ],
)
def test_it_is_drawn_as_browsers_do(inside: str, there: str) -> None:
    """What cannot be read is not there, and what is not said is what SVG says that it is."""
    assert there in plain(inside)


def test_a_mask_that_only_cuts_is_a_clipping_path() -> None:
    """Figma masks groups with white shapes, which WeasyPrint does not draw; a shadow it cannot."""
    white = '<mask id="m"><rect width="9" height="9" fill="white"/></mask><g mask="url(#m)"/>'
    assert '<clipPath id="m">' in plain(white) and '<g clip-path="url(#m)"/>' in plain(white)
    grey = white.replace("white", "gray")
    assert '<mask id="m">' in plain(grey)


def test_letters_with_an_outline_below_them_are_drawn_twice_in_print() -> None:
    """A name on a map has a white outline, which is not to cover it."""
    halo = svg_of('<text id="a" stroke="white" paint-order="stroke">Bodø</text>')
    below, above = etree.fromstring(plain_drawing(halo).for_print()).iter(f"{SVG}text")
    assert ("fill:none" in below.get("style", ""), below.get("id")) == (True, None)
    assert ("stroke:none" in above.get("style", ""), above.get("id")) == (True, "a")


@pytest.mark.parametrize(
    "css",
    [
        "@media (min-width:400px){rect{fill:red}}",
        "@container (min-width: 400px){rect{fill:red}}",
        "rect{width:50vw}",
        "rect:unknown-thing{fill:red}",
    ],
)
def test_what_holds_only_alone_goes_in_as_a_file(css: str) -> None:
    """A style that depends on a window has one only in a file of its own."""
    page = page_of(svg_of(f"<style>{css}</style><rect/>"))
    assert [one.tag for one in page[0]] == ["img"]
    assert css.partition("{")[0] in plain(f"<style>{css}</style><rect/>")
    sized = svg_of(f"<style>{css}</style><rect/>", 'width="500" height="9"')
    assert [one.tag for one in page_of(sized)[0]] == (
        [f"{SVG}svg"] if css.startswith("@media") else ["img"]
    )


@pytest.mark.parametrize("address", ["https://a.no/b.png", "b.svg#c", "//a.no/b", "data:text/css,"])
def test_nothing_is_left_that_fetches(address: str) -> None:
    """However it is written, and whether the drawing is a file of its own or not."""
    ways = (
        f'<image href="{address}"/><use xlink:href="{address}"/>'
        f'<rect fill="u\\72l({address})" style="mask:url(\'{address}\')"/>'
        f'<style>@\\69mport "{address}"; @font-face{{src:url({address})}}'
        f'rect{{fill:src("{address}");background:image-set("{address}" 1x)}}</style>'
    )
    for more in ("", "<style>@container (width > 1px){rect{fill:red}}</style>"):
        drawing = plain_drawing(svg_of(ways + more))
        assert address not in (drawing.as_file + drawing.for_print()).decode()
        assert drawing.fits_a_page is not bool(more)


def test_a_picture_in_a_drawing_is_kept() -> None:
    """One that is written into the drawing is fetched from nowhere."""
    assert "data:image/png;base64,AA" in plain('<image href="data:image/png;base64,AA"/>')


def test_a_drawing_is_as_much_larger_as_the_text() -> None:
    """In large print its own size grows with the letters; without a size the page decides."""
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20" {}><path d="M0 0h9"/></svg>'
    )
    sized = etree.fromstring(plain_drawing(drawing.format('width="100"').encode()).for_print(1.5))
    assert (sized.get("width"), sized.get("height")) == ("150", "300")
    free = etree.fromstring(plain_drawing(drawing.format("").encode()).for_print(1.5))
    assert (free.get("width"), free.get("height")) == (None, None)
