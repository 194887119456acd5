"""What is written from right to left says so, and nothing else does."""

import pytest
from lxml import etree

from bindery.document.directions import mark_directions
from bindery.locales.writing_direction import direction_of


@pytest.mark.parametrize(
    ("languages", "direction"),
    [
        ("ar he fa ur ps ckb yi dv sd ug syr nqo prs arb AR-eg iw", "rtl"),
        ("ku-IQ pa-PK uz-AF az-IR ku-Arab az-Arab-AZ ff-Adlm ar-u-nu-latn", "rtl"),
        (
            "nb se en sr sr-Latn ku pa az uz zh-Hant ja hi ti ur-Latn ar-Latn yi-Latn en-x-arab",
            "ltr",
        ),
        ("und mul zxx qaa x-arab", None),
    ],
)
def test_the_direction_is_that_of_the_script(languages: str, direction: str | None) -> None:
    """The likely script of the language in its region, unless the tag names one."""
    assert {language: direction_of(language) for language in languages.split()} == dict.fromkeys(
        languages.split(), direction
    )


@pytest.mark.parametrize(
    ("around", "markup", "marked"),
    [
        ("nb", '<p>Ordet <span lang="ar">شكرا</span>.</p>', {"span": "rtl"}),
        ("nb", '<div lang="he"><p>שלום</p><p lang="ar">شكرا</p></div>', {"div": "rtl"}),
        ("nb", '<p lang="se">Giitu</p>', {}),
        ("ar", "<p>شكرا <code>a</code></p>", {"code": "ltr"}),
        ("nb", "<p>Takk <code>a</code></p>", {}),
        ("ar", '<p>شكرا <em lang="nb">takk</em> <i lang="fa">ممنون</i></p>', {"em": "ltr"}),
        ("ar", '<p><a href="mailto:a@b.no">a@b.no</a> <b>شكرا</b></p>', {"a": "ltr"}),
        ("ar", '<p><a href="https://a.no/">شكرا</a></p>', {}),
        ("nb", '<ol><li lang="ar"><a>شكرا</a></li></ol>', {"a": "rtl"}),
        ("nb", '<p dir="rtl">(1)<b lang="nb">Takk</b></p>', {"p": "rtl", "b": "ltr"}),
        ("ar", '<p><span lang="und">شكرا</span></p>', {}),
        ("ar", '<p><svg xmlns="http://www.w3.org/2000/svg"><g lang="nb"/></svg></p>', {}),
    ],
)
def test_only_a_change_of_direction_is_marked(
    around: str, markup: str, marked: dict[str, str]
) -> None:
    """Not a change of language within it; and a list's number stays on the list's side."""
    tree = etree.fromstring(markup)
    mark_directions(tree, around)
    mark_directions(tree, around)
    found = {str(one.tag): one.get("dir") for one in tree.iter() if one.get("dir")}
    assert found == marked


def test_a_drawing_keeps_its_own_direction() -> None:
    """Within Arabic text a browser would else set its words on the other side of their place."""
    svg = "{http://www.w3.org/2000/svg}svg"
    for around, direction in (("ar", "ltr"), ("nb", None)):
        tree = etree.fromstring('<p><svg xmlns="http://www.w3.org/2000/svg"/></p>')
        mark_directions(tree, around)
        assert tree[0].tag == svg
        assert tree[0].get("direction") == direction
