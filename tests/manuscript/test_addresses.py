"""Addresses: which can be followed, and how every edition writes them."""

from pathlib import Path

import pytest

from bindery.document.contents import colophon, contact_link
from bindery.manuscript.addresses import (
    ascii_address,
    brief,
    file_at,
    is_safe,
    is_web_address,
    is_whole,
    written,
)
from bindery.manuscript.evaluation import read_evaluation
from bindery.manuscript.load import load
from bindery.rules.manuscript import link_is_safe
from tests.rules.books import manuscript_of
from tests.shelf import SETTINGS, document_of, write_book

WRITTEN = {
    "https://example.org/a b|c": "https://example.org/a%20b%7Cc",
    "https://example.org/[x]?a[]=<1>": "https://example.org/%5Bx%5D?a%5B%5D=%3C1%3E",
    "https://example.org/100%": "https://example.org/100%25",
    "https://example.org/%C3%A6%zz": "https://example.org/%C3%A6%25zz",
    "https://example.org/#a#b": "https://example.org/#a%23b",
    'https://example.org/?q="x"&r={y}`^\\': "https://example.org/?q=%22x%22&r=%7By%7D%60%5E%5C",
    "https:\\\\example.org\\a": "https://example.org/a",
    " https://example.org/a\nb ": "https://example.org/ab",
    "mailto:kari@example.org?subject=Hei du": "mailto:kari@example.org?subject=Hei%20du",
    "tel:+47 22 33 44 55": "tel:+4722334455",
    "tel:*21#": "tel:*21%23",
    "https://blåbær.no/æ?q=å#ø": "https://blåbær.no/æ?q=å#ø",
    "http://[::1]:8080/": "http://[::1]:8080/",
    "https://example.org/a;b=(c),d'e!$&*+?f=%20~#g": "https://example.org/a;b=(c),d'e!$&*+?f=%20~#g",
    "#navn på noe": "#navn på noe",
    "../annet kapittel.md": "../annet kapittel.md",
}


@pytest.mark.parametrize("address", WRITTEN)
def test_an_address_is_written_so_that_all_programs_read_it_alike(address: str) -> None:
    """What may not be in an address is encoded, once, and nothing else is touched."""
    assert written(address) == WRITTEN[address]
    assert written(written(address)) == WRITTEN[address]


def test_a_pdf_has_it_in_ascii() -> None:
    """Letters beyond ASCII are encoded too, in the name of a site as its registry has it."""
    assert ascii_address("https://blåbær.no/æ ø") == "https://xn--blbr-roah.no/%C3%A6%20%C3%B8"


@pytest.mark.parametrize(
    "address",
    [
        *("https:example.org", "https://", "https:/referat", "http://[bad/", "https://a b.no/"),
        *(
            "https://example.org:abc/",
            "https://example.org:99999/",
            "https://a..no",
            "https://a,no",
        ),
        *("https://{{ site }}/", "https://example.org/\u200b", "mailto:", "mailto:kari", "tel:"),
        *("mailto:Kari <kari@example.org>", "mailto:a@b.no;c@d.no", "tel:ring meg", "https://?a"),
    ],
)
def test_half_an_address_is_told(address: str) -> None:
    """No program can follow it, however it is written."""
    assert is_safe(address)
    assert not is_whole(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://example.org",
            "HTTPS://Example.ORG:443/a",
            "http://localhost:8000/",
            "http://1.2.3.4",
        ),
        *(
            "https://xn--blbr-roah.no/",
            "https://kari@example.org/",
            "https://example.org./",
            "#a",
            "",
        ),
        *("mailto:a@b.no,c@d.no?subject=x", "mailto:?to=a@b.no", "mailto:kari%2Bny@example.org"),
        *(
            "tel:113",
            "tel:(+47) 22-33.44",
            "tel:1-800-HELP;ext=12",
            "https://a_b.example.org/?a=b?c",
        ),
        *("https://no.wikipedia.org/wiki/Bl%C3%A5b%C3%A6r", "https://例え.jp/", "02.md#svar"),
    ],
)
def test_a_whole_address_is_right(address: str) -> None:
    """However unusual, programs can follow it."""
    assert is_safe(address)
    assert is_whole(address)


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", " java\tscript:alert(1)", "vbscript:x", "data:text/html,x"),
        *("file:///etc/passwd", "//example.org/a", "urn:isbn:9788200000000", "C:\\fil.pdf"),
    ],
)
def test_what_is_not_safe_is_in_no_link(tmp_path: Path, address: str) -> None:
    """Neither from a chapter, nor from any setting that editions make a link of."""
    assert not is_safe(address)
    assert not is_web_address(address)
    found = manuscript_of(tmp_path / "a", {"chapters/01.md": f"# T\n\nEn [lenke](<{address}>).\n"})
    assert [one.location.line for one in link_is_safe.find(found)] == [3]
    toml = address.replace("\\", "\\\\").replace("\t", "\\t")
    for key, old in (
        ("publication.source.url", 'url = "https://example.org/kilden"'),
        ("publication.accessibility-contact", 'accessibility-contact = "post@example.org"'),
        ("publication.address", 'description = "En bok for prøver."'),
    ):
        line = f'{key.rpartition(".")[2]} = "{toml}"'
        added = line if key != "publication.address" else f"{old}\n{line}"
        settings = SETTINGS.replace(old, added)
        (finding,) = load(write_book(tmp_path / key, "# T\n", settings=settings)).findings
        told = (finding.rule, finding.location.line)
        assert told == ("settings-are-valid", settings[: settings.index(line)].count("\n") + 1)
    write_book(tmp_path, "# T\n", files={"evaluation.toml": EVALUATION.format(toml).encode()})
    assert read_evaluation(tmp_path)[1]


EVALUATION = """\
evaluator = "Ola"
kind = "person"
date = 2026-11-23
method = "Lesing"
standard = "WCAG 2.2 Level AA"
report = "{}"
"""


def test_addresses_of_settings_are_written_once_for_all_editions(tmp_path: Path) -> None:
    """Links to the source and to the publisher are whole in all of them."""
    settings = SETTINGS.replace("example.org/kilden", "example.org/en kilde|1")
    document = document_of(tmp_path, "# T\n", settings=settings)
    links = [link.get("href") for link in colophon(document.publication.metadata).iter("a")]
    assert "https://example.org/en%20kilde%7C1" in links
    assert contact_link("post@example.org").get("href") == "mailto:post@example.org"


def test_links_of_chapters_are_written(tmp_path: Path) -> None:
    """The Document has them as all editions do, link blocks too."""
    block = '::: {.link-block kind=video href="https://example.org/a b"}\nFilm\n:::\n'
    document = document_of(tmp_path, f"# T\n\n[b](<https://example.org/[x]>)\n\n{block}")
    links = [link.get("href") for link in document.body.iter("a")]
    assert links == ["https://example.org/%5Bx%5D", "https://example.org/a%20b"]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("../figures/a%20b.png", "manuscript/figures/a b.png"),
        ("../figures/a b.png", "manuscript/figures/a b.png"),
        ("..\\figures\\a b.png", "manuscript/figures/a b.png"),
        ("../figures/50%25.png", "manuscript/figures/50%25.png"),
        ("../figures/bla\u030abær.png", "manuscript/figures/blåbær.png"),
        ("../figures/borte.png", "manuscript/figures/borte.png"),
    ],
)
def test_an_author_may_write_a_name_as_the_system_shows_it(address: str, path: str) -> None:
    """Encoded or not, composed or not, with the slashes of Windows: the file that is there."""
    there = {"manuscript/figures/a b.png", "manuscript/figures/50%25.png"}
    there.add("manuscript/figures/blåbær.png")
    assert file_at(address, "manuscript/chapters/01.md", there) == path


def test_a_long_address_is_told_in_brief() -> None:
    """A picture written out as an address has thousands of letters."""
    assert len(brief("data:image/png;base64," + "A" * 3000)) == 60
