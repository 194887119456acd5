"""Reading a publication's folder, and the lines of what is wrong in it."""

import re
from pathlib import Path

import pytest

from bindery.manuscript.load import load
from bindery.manuscript.toml_file import key_lines, line_of
from tests.shelf import DRAWING, SETTINGS, write_book


def test_a_whole_book_is_read(tmp_path: Path) -> None:
    """Settings, chapters with their front matter taken off, and images as bytes."""
    markdown = "\ufeff---\nshort-title: Kort\nlanguage: en\n---\n# Tittel\r\n\r\nTekst.\n"
    loaded = load(write_book(tmp_path, markdown, files={"figures/kart.svg": DRAWING.encode()}))
    assert loaded.findings == ()
    publication = loaded.publication
    assert publication is not None
    assert publication.metadata.title == "Prøvebok"
    assert publication.chapters[0].text == "\n\n\n\n# Tittel\n\nTekst.\n"
    assert publication.chapters[0].front_matter.short_title == "Kort"
    assert publication.chapters[0].front_matter.language == "en"
    assert list(publication.images) == ["manuscript/figures/kart.svg"]


@pytest.mark.parametrize(
    ("old", "new", "where", "says"),
    [
        ('slug = "proevebok"', 'slug = "../ut"', 10, "kan ikke være navn på filene"),
        ('title = "Prøvebok"', 'title = " "', 2, "er tom"),
        ('name = "Ola Nordmann"', 'name = ""', 20, "«publication.contributors[1].name» er tom"),
        ('title = "Kilden"', 'title = " "', 15, "«publication.source.title» er tom"),
        ('role = "author"', 'role = "sjef"', 21, "author, editor"),
        ("date = 2026-11-23", "date = 20261123", 8, "må være en dato"),
        ("date = 2026-11-23", "date = 2026-11-23T10:00:00", 8, "må være en dato"),
        ('publisher = "Prøveforlaget"', "publisher = true", 5, "må være en tekst"),
        ('["chapters/01.md"]', '"chapters/01.md"', 24, "må være en liste"),
        ("[reading-order]", "[leserekke]", 1, "mangler"),
        ('rights = "CC BY 4.0"', 'accessibility_contact = "x"', 6, "ukjent nøkkel"),
        ('"post@example.org"', '"ring oss"', 11, "verken en e-postadresse"),
        ('"post@example.org"', '"post@example"', 11, "verken en e-postadresse"),
        ('"post@example.org"', '"javascript:alert(1)"', 11, "verken en e-postadresse"),
        ('slug = "proevebok"', 'slug = "a"\naddress = "example.org/bok/"', 11, "nettadressen til"),
        (
            'slug = "proevebok"',
            'slug = "a"\naddress = "https://example.org/bok"',
            11,
            "nettadressen til",
        ),
        (
            'slug = "proevebok"',
            'slug = "a"\naddress = "ftp://example.org/"',
            11,
            "nettadressen til",
        ),
    ],
)
def test_a_wrong_setting_is_said_at_its_line(
    tmp_path: Path, old: str, new: str, where: int, says: str
) -> None:
    """The line is the key's own, and the sentence names the key and what it should be."""
    assert old in SETTINGS
    book = write_book(tmp_path, "# A\n")
    path = book / "manuscript/publication.toml"
    path.write_text(SETTINGS.replace(old, new), encoding="utf-8")
    findings = load(book).findings
    assert where in [finding.location.line for finding in findings]
    assert any(says in finding.message.nb for finding in findings)
    assert all(finding.message.en and finding.hint.nb for finding in findings)


@pytest.mark.parametrize(
    "good",
    [
        'accessibility-contact = "post@bø.example.org"',
        'accessibility-contact = "https://example.org/kontakt?om=bok#skjema"',
        'address = "https://example.org/"\naccessibility-contact = "a.b+c@example.org"',
        'address = "http://bø.example/2026/bok/"\naccessibility-contact = "https://example.org"',
    ],
)
def test_whole_addresses_are_taken(tmp_path: Path, good: str) -> None:
    """E-mail and web addresses of every ordinary shape are no finding."""
    settings = SETTINGS.replace('accessibility-contact = "post@example.org"', good)
    assert load(write_book(tmp_path, "# A\n", settings=settings)).findings == ()


@pytest.mark.parametrize(
    ("identifier", "taken"),
    [
        ("urn:isbn:9788202419684", True),
        ("urn:isbn:978-82-02-41968-4", True),
        ("urn:isbn:9788202419685", False),
        ("urn:uuid:00000000-0000-4000-8000-000000000002", True),
        ("urn:uuid:…", False),
        ("https://doi.org/10.1000/182", True),
        ("FoU 2026:12", True),
    ],
)
def test_an_identifier_is_what_it_says(tmp_path: Path, identifier: str, taken: bool) -> None:
    """An ISBN adds up and a UUID is whole; what anyone else calls the book is theirs to know."""
    own = "urn:uuid:00000000-0000-4000-8000-000000000001"
    settings = SETTINGS.replace(own, identifier)
    findings = load(write_book(tmp_path, "# A\n", settings=settings)).findings
    assert (findings == ()) is taken


def test_a_book_without_settings_is_told_what_to_write(tmp_path: Path) -> None:
    """The keys in the hint are those that must be there, and no document is needed to read it."""
    (finding,) = load(tmp_path).findings
    for text in (finding.hint.nb, finding.hint.en):
        named = re.findall(r"[a-z]+(?:-[a-z]+)*", text.partition("[publication]")[2])
        required = re.findall(r"^([a-z-]+) = ", SETTINGS.partition("\n\n")[0], re.MULTILINE)
        assert {*required} - {"subtitle"} <= {*named}
        assert "reading-order" in named
        assert "docs/" not in text


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ("role =", "rolle =", "name, role, kind, affiliation"),
        ("url =", "adresse =", "title, publisher, url"),
        ("[reading-order]", "[readingorder]", "publication, reading-order, manuscript, editions"),
    ],
)
def test_a_wrong_key_is_told_the_right_ones(tmp_path: Path, old: str, new: str, keys: str) -> None:
    """Those of the table it is in."""
    assert old in SETTINGS
    findings = load(write_book(tmp_path, "# A\n", settings=SETTINGS.replace(old, new))).findings
    assert findings
    for finding in findings:
        assert keys in finding.hint.nb
        assert keys in finding.hint.en


def test_a_chapter_named_twice_is_said(tmp_path: Path) -> None:
    """Each chapter is read once."""
    book = write_book(tmp_path, "# A\n")
    path = book / "manuscript/publication.toml"
    twice = '["chapters/01.md", "chapters/01.md"]'
    path.write_text(SETTINGS.replace('["chapters/01.md"]', twice), encoding="utf-8")
    assert [finding.rule for finding in load(book).findings] == ["reading-order-has-chapters"]


ORDER = '[reading-order]\nchapters = ["chapters/01.md"]\n'
PART = '[[reading-order.parts]]\ntitle = "{}"\nchapters = [{}]\n'


def test_every_chapter_is_read_with_its_place(tmp_path: Path) -> None:
    """Front, parts, appendices, back: in this order, whatever the order of the keys."""
    order = '[reading-order]\nback = ["chapters/04.md"]\nfront = ["chapters/01.md"]\n'
    order += 'appendices = ["chapters/03.md"]\n' + PART.format("Sør", '"chapters/02.md"')
    book = write_book(tmp_path, "# A\n", "# B\n", "# C\n", "# D\n")
    text = SETTINGS.replace(ORDER, order)
    (book / "manuscript/publication.toml").write_text(text, encoding="utf-8")
    publication = load(book).publication
    assert publication is not None
    places = [(one.path[-5:], one.in_book.matter, one.in_book.part) for one in publication.chapters]
    assert places == [
        ("01.md", "front", 0),
        ("02.md", "body", 1),
        ("03.md", "appendix", 0),
        ("04.md", "back", 0),
    ]


@pytest.mark.parametrize(
    ("order", "rule", "line", "said"),
    [
        (ORDER + PART.format("Sør", '"chapters/02.md"'), "settings-are-valid", 2, "både chapters"),
        ("[reading-order]\n" + PART.format("Sør", ""), "settings-are-valid", 2, "«Sør» har ingen"),
        (
            "[reading-order]\n" + PART.format("", '"chapters/01.md"'),
            "settings-are-valid",
            3,
            "parts[1].title» er tom",
        ),
        (ORDER + 'back = ["chapters/01.md"]\n', "reading-order-has-chapters", 2, "flere ganger"),
        ('[reading-order]\nback = ["chapters/01.md"]\n', "reading-order-has-chapters", 1, "ingen"),
        (ORDER + 'vedlegg = ["chapters/01.md"]\n', "settings-are-valid", 3, "ukjent nøkkel"),
        (
            ORDER.replace("[reading-order]", "[reading-order]\nparts = 3"),
            "settings-are-valid",
            2,
            "en liste",
        ),
    ],
)
def test_a_wrong_order_is_said_at_its_line(
    tmp_path: Path, order: str, rule: str, line: int, said: str
) -> None:
    """Parts without chapters, chapters without a part, one file in two lists."""
    book = write_book(tmp_path, "# A\n", "# B\n")
    text = SETTINGS.replace(ORDER, order)
    (book / "manuscript/publication.toml").write_text(text, encoding="utf-8")
    first = text[: text.index("[reading-order]")].count("\n")
    findings = load(book).findings
    assert [(one.rule, one.location.line) for one in findings] == [(rule, first + line)]
    assert said in findings[0].message.nb


def test_front_matter_that_is_never_closed_is_said(tmp_path: Path) -> None:
    """Otherwise the whole chapter would be read as settings, or the settings as text."""
    publication = load(write_book(tmp_path, "---\nshort-title: A\n\n# B\n")).publication
    assert publication is not None
    (mark,) = publication.chapters[0].marks
    assert (mark.rule, mark.kind, mark.location.line) == ("front-matter-is-valid", "not-closed", 1)
    assert publication.chapters[0].text == "---\nshort-title: A\n\n# B\n"


def test_keys_are_found_in_tables_and_arrays_of_tables() -> None:
    """A place is found, or the nearest thing around it."""
    lines = key_lines("[a]\nx = 1\n[[a.b]]\ny = 2\n[[a.b]]\ny = 3\n")
    assert line_of(lines, ("a", "b", 1, "y")) == 6
    assert line_of(lines, ("a", "b", 0, "y")) == 4
    assert line_of(lines, ("a", "z")) == 1
    assert line_of(lines, ("c",)) == 1
