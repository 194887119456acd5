"""A Document has one digest, which changes with what readers meet and with nothing else."""

from pathlib import Path

import pytest

from bindery.claims.conformance import evaluation_findings
from bindery.claims.digest import digest_of
from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.vocabulary.findings import Location, Severity
from tests.claims.test_accessibility import evaluated
from tests.shelf import DRAWING, SETTINGS, document_of, write_book

CHAPTER = """\
# Byen {#byen}

Byen ligger
i nord.[^1] Se [byen](#byen).

:::: figure
![Kart](../figures/kart.svg)

Kartet.

::: long-description
Byen ligger i nord.
:::
::::

```
rad  1
```

[^1]: Noten.
"""


def digest(
    folder: Path, chapter: str = CHAPTER, settings: str = SETTINGS, drawing: str = DRAWING
) -> str:
    """The digest of a book of one chapter and one drawing."""
    files = {"figures/kart.svg": drawing.encode()}
    publication = load(write_book(folder, chapter, settings=settings, files=files)).publication
    assert publication is not None
    return digest_of(read_document(publication))


def test_the_digest_is_known_beforehand(tmp_path: Path) -> None:
    """The same text has the same digest on every machine and in every later version."""
    known = "09436b60cf3c6ce2ab5fda59a17ba993d3ca3c0fe85f3832c7a06414d4b1e7bf"
    assert digest(tmp_path) == known


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Byen ligger\ni nord.[", "Byen ligger i nord.["),
        ("# Byen", "\n\n\n# Byen"),
        ("Kartet.\n", "Kartet.\n\n<!-- Sjekk dette. -->\n"),
        ("#byen", "#stedet"),
    ],
)
def test_how_it_is_typed_does_not_matter(tmp_path: Path, old: str, new: str) -> None:
    """Lines, comments and the names of anchors are the author's own affair."""
    assert old in CHAPTER
    assert digest(tmp_path / "a") == digest(tmp_path / "b", CHAPTER.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("i nord.[", "i sør.["),
        ("![Kart]", "![Kartet]"),
        ("# Byen", "# Staden"),
        ("Noten.", "*Noten.*"),
        ("Byen ligger\n", "[Byen]{lang=se} ligger\n"),
        ("rad  1", "rad 1"),
        ("(#byen)", "(https://example.org)"),
    ],
)
def test_what_is_said_matters(tmp_path: Path, old: str, new: str) -> None:
    """Words, levels, alternatives, languages, links and typed space are what readers meet."""
    assert old in CHAPTER
    assert digest(tmp_path / "a") != digest(tmp_path / "b", CHAPTER.replace(old, new))


def test_what_is_shown_matters(tmp_path: Path) -> None:
    """A picture is its bytes."""
    redrawn = DRAWING.replace("eeeeee", "ffffff")
    assert digest(tmp_path / "a") != digest(tmp_path / "b", drawing=redrawn)


def test_the_title_page_is_part_of_the_text_but_not_the_date(tmp_path: Path) -> None:
    """A new version of the same text keeps its evaluation; another title is another text."""
    again = SETTINGS.replace("1.0.0", "1.0.1").replace("2026-11-23", "2027-01-01")
    renamed = SETTINGS.replace("Prøvebok", "Lærebok")
    assert digest(tmp_path / "a") == digest(tmp_path / "b", settings=again)
    assert digest(tmp_path / "a") != digest(tmp_path / "c", settings=renamed)


@pytest.mark.parametrize(
    ("written", "says"), [("", "ikke hvilken tekst"), ("0" * 64, "er endret etter at")]
)
def test_an_evaluation_of_another_text_is_warned_of(
    tmp_path: Path, written: str, says: str
) -> None:
    """The warning stands at the digest, and tells the one to write when this text is evaluated."""
    document = evaluated(tmp_path, written)
    finding, old = evaluation_findings(document)
    assert (old.rule, old.severity) == ("evaluation-is-carried-over", Severity.INFO)
    assert finding.rule == "evaluation-is-of-this-text"
    assert finding.severity is Severity.WARNING
    assert finding.location == Location("manuscript/evaluation.toml", 6)
    assert says in finding.message.nb
    assert digest_of(document) in finding.hint.nb
    assert digest_of(document) in finding.hint.en


def test_an_evaluation_of_this_text_is_no_finding(tmp_path: Path) -> None:
    """Nor is a book that nobody has evaluated."""
    plain = document_of(tmp_path / "a", "# A\n")
    assert evaluation_findings(plain) == ()
    (old,) = evaluation_findings(evaluated(tmp_path / "b", digest_of(plain)))
    assert old.rule == "evaluation-is-carried-over"
