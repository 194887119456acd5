"""Word files that cannot or must not be read: one sentence each, and nothing is made."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bindery.importing.imported import import_source
from bindery.importing.word import parts_read
from bindery.importing.word.parts_read import WordFile
from bindery.importing.word.prepared import prepare
from bindery.vocabulary.errors import PipelineError
from tests.importing import word as w
from tests.importing.importing import KNOWN, written
from tests.importing.reports import REPORTS, well_styled
from tests.importing.word import Word

GOOD = Word(w.paragraph("Et avsnitt.")).content()


def repacked(change: dict[str, bytes], *, stored: bool = False) -> bytes:
    """The good file with some parts changed or added."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(packed, "w") as new:
        names = {**dict.fromkeys(old.namelist()), **change}
        for name in names:
            content = change.get(name)
            kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            new.writestr(name, old.read(name) if content is None else content, kind)
    return packed.getvalue()


def lying(size: int) -> bytes:
    """A file with a large part whose directory says that it is small."""
    content = bytearray(repacked({"word/document.xml": b" " * size}))
    real, said = size.to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert content.count(real)
    return bytes(content.replace(real, said))


ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
DTD = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
SPACE = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'

BAD = {
    "password": (ENCRYPTED, "beskyttet med passord"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "det gamle Word-formatet"),
    "RTF": (b"{\\rtf1 hei}", "en RTF-fil"),
    "PDF": (b"%PDF-1.7", "en PDF"),
    "a page": (b"<!doctype html><html>", "en nettside"),
    "text": (b"hei", "en tekstfil"),
    "empty": (b"", "tom"),
    "cut off": (GOOD[: len(GOOD) // 2], "ikke hel"),
    "broken XML": (repacked({"word/document.xml": SPACE + b"<w:body>"}), "ikke hel"),
    "no document": (repacked({"_rels/.rels": b"<Relationships/>"}), "ikke hel"),
    "a spreadsheet": (repacked({"_rels/.rels": b"<Relationships/>", "xl/w.xml": b""}), "regneark"),
    "a DTD": (
        repacked({"word/document.xml": DTD + SPACE + b"<w:body/></w:document>"}),
        "Word aldri skriver",
    ),
    "deep": (
        repacked({"word/document.xml": SPACE + b"<w:body>" + b"<w:p>" * 5000}),
        "ikke hel",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_word_file_is_refused(name: str, tmp_path: Path) -> None:
    """The sentence says what it is, and the next what to do."""
    content, says = BAD[name]
    source = tmp_path / "rapport.docx"
    source.write_bytes(content)
    with pytest.raises(PipelineError) as refused:
        import_source(tmp_path / "bok", source, KNOWN, "nb")
    assert says in refused.value.what.nb
    assert refused.value.next.nb
    assert [path.name for path in tmp_path.iterdir()] == ["rapport.docx"]


def test_a_bomb_is_refused_by_its_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of it is unpacked."""
    bomb = repacked({"word/document.xml": b" " * 100_001})
    monkeypatch.setattr(parts_read, "LARGEST_PART", 100_000)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(PipelineError, match="unpacks to more than"):
        WordFile(bomb)


def test_a_bomb_whose_directory_lies_is_refused_while_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No more is unpacked than the limit."""
    monkeypatch.setattr(parts_read, "LARGEST_PART", 100_000)
    with pytest.raises(PipelineError):
        WordFile(lying(3_000_000))


def test_many_parts_and_large_files_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each limit has its sentence."""
    monkeypatch.setattr(parts_read, "MOST_PARTS", 5)
    with pytest.raises(PipelineError, match="parts"):
        WordFile(GOOD)
    monkeypatch.setattr(parts_read, "LARGEST_FILE", 10)
    (tmp_path / "a.docx").write_bytes(GOOD)
    with pytest.raises(PipelineError, match="more than"):
        parts_read.open_word(tmp_path / "a.docx")


def test_a_locked_part_is_refused() -> None:
    """The mark that a part is encrypted, in the zip's own directory."""
    content = bytearray(GOOD)
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    with pytest.raises(PipelineError, match="password"):
        WordFile(bytes(content))


def test_a_name_that_leads_out_is_not_a_part(tmp_path: Path) -> None:
    """``../``, absolute and Windows paths are left out, and so are pictures that point to them."""
    evil = {
        "../ute.xml": b"<a/>",
        "/etc/x.xml": b"<a/>",
        "word\\x.xml": b"<a/>",
        "C:x.xml": b"<a/>",
    }
    file = WordFile(repacked(evil))
    assert not set(evil) & set(file.names)
    copy = zipfile.ZipFile(io.BytesIO(prepare(file).content))
    assert not set(evil) & set(copy.namelist())
    report = Word()
    report.body = [
        w.paragraph("A"),
        w.paragraph(report.picture("../../../../x.png", b"x", "Et kart")),
    ]
    book = written(tmp_path, report)
    assert "picture-not-shown" in book.kinds()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bok", "rapport.docx"]


def test_strict_and_macros(tmp_path: Path) -> None:
    """ISO's strict names are read as the others; macros are told of and left out."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        main = archive.read("word/document.xml")
    strict = main.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    changed = {"word/document.xml": strict, "word/vbaProject.bin": b"x"}
    (tmp_path / "a.docx").write_bytes(repacked(changed))
    imported = import_source(tmp_path / "bok", tmp_path / "a.docx", KNOWN, "nb")
    assert imported.report.lost == {}
    assert "macros" in [entry.remark.kind for entry in imported.report.entries]
    assert not any("vba" in name for name in imported.files)


def test_an_empty_document_is_a_publication(tmp_path: Path) -> None:
    """One chapter, and the report says that there is nothing in it."""
    book = written(tmp_path, Word())
    assert list(book.chapters) == ["01-rapport.md"]
    assert "no-headings" in book.kinds()


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    """And one that is of no known kind."""
    (tmp_path / "a.pages").write_bytes(b"x")
    for name in ("ingen.docx", "a.pages"):
        with pytest.raises(PipelineError):
            import_source(tmp_path / "bok", tmp_path / name, KNOWN, "nb")


def test_the_source_is_only_read(tmp_path: Path) -> None:
    """Its bytes and its time are as before, and twice the same gives the same chapters."""
    source = tmp_path / "a.docx"
    source.write_bytes(well_styled().content())
    before = (source.read_bytes(), source.stat().st_mtime_ns)
    made = []
    for name in ("en", "to"):
        import_source(tmp_path / name, source, KNOWN, "nb")
        files = sorted((tmp_path / name).rglob("*"))
        made.append({path.name: path.read_bytes() for path in files if path.is_file()})
    assert (source.read_bytes(), source.stat().st_mtime_ns) == before
    made = [
        {name: each for name, each in one.items() if name != "publication.toml"} for one in made
    ]
    assert made[0] == made[1]


@settings(max_examples=25)
@given(st.data())
def test_a_damaged_file_ends_in_a_sentence(data: st.DataObject) -> None:
    """Bytes of a real report are changed; it is read, or refused with a sentence."""
    content = bytearray(CONTENT)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        prepare(WordFile(bytes(content)))
    except PipelineError as error:
        assert error.what.nb


CONTENT = REPORTS["action_plan"]().content()
