"""Each construct of the dialect alone on its pages, so that a failure names what broke.

The books are in ``tests/books/constructs``: a chapter each, on pages of A5. In one that is called
``…-over-sider`` the construct is so long that a page breaks it.
"""

import fcntl
import json
from pathlib import Path

import pikepdf
import pytest

from bindery.document.edition import Edition
from bindery.document.read import read_document
from bindery.editions.pdf import PDF
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.rules import RULES
from bindery.tools import inventory, locate
from bindery.validators.jvm import run_java
from bindery.validators.verapdf import CLAIMED, COMMAND_LINE, INVALID, VALID
from bindery.vocabulary.findings import any_errors
from tests.shelf import HOUSE, SETTINGS, workshop_for, write_book

CONSTRUCTS = HOUSE / "tests/books/constructs"
NAMES = sorted(path.stem for path in CONSTRUCTS.glob("*.md"))
OVER_PAGES = {
    "avsnitt-over-sider": "P",
    "definisjonsliste-over-sider": "L",
    "kode-over-sider": "P",
    "lenke-over-sider": "Link",
    "liste-over-sider": "L",
    "listepunkt-over-sider": "LI",
    "note-over-sider": "FENote",
    "sitat-over-sider": "BlockQuote",
    "tabell-med-lange-celler-over-sider": "Table",
    "tabell-over-sider": "Table",
}
"""What a page breaks in each book made for that."""

A5 = f'{SETTINGS}\n[editions.pdf]\npage-size = "A5"\n'

CLAIMS: tuple[tuple[Edition, tuple[str, ...]], ...] = (
    (PDF, ("PDF/UA-1 validation profile", "PDF/A-2A validation profile")),
)
"""What each edition claims to keep, as veraPDF calls it."""

CLAIM_OF_EDITION = [(edition, claim) for edition, claims in CLAIMS for claim in claims]


def book_of(folder: Path, name: str) -> Path:
    """A book of the one construct called ``name``."""
    figures = {f"figures/{path.name}": path for path in (CONSTRUCTS / "figures").iterdir()}
    return write_book(
        folder,
        (CONSTRUCTS / f"{name}.md").read_text(encoding="utf-8"),
        settings=A5,
        files={place: path.read_bytes() for place, path in figures.items()},
    )


@pytest.mark.parametrize("name", NAMES)
def test_it_keeps_the_rules_of_manuscripts(name: str, tmp_path: Path) -> None:
    """What fails in an edition of it is never the author's fault."""
    publication = load(book_of(tmp_path, name)).publication
    assert publication is not None
    source = read_source(publication)
    assert not any_errors(tuple(finding for rule in RULES for finding in rule.find(source)))


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder with the PDFs of all constructs, and what veraPDF says of them.

    They are made once in a test run, by the first of its processes that asks.
    """
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "constructs"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "verapdf.json").exists():
            for name in NAMES:
                _print(name, folder)
            (folder / "verapdf.json").write_text(_verapdf(folder), encoding="utf-8")
    return folder


def _print(name: str, folder: Path) -> None:
    book = folder / name
    publication = load(book_of(book, name)).publication
    assert publication is not None
    document = read_document(publication)
    for edition, _ in CLAIMS:
        made = edition.make(document, workshop_for(document, book), {})
        (folder / f"{name}{edition.suffix}").write_bytes(made.content)


def _verapdf(folder: Path) -> str:
    """What veraPDF says of every PDF in ``folder``, each tested for all that it claims."""
    assert inventory.missing("Java", "veraPDF") is None
    jar = locate.verapdf_jar()
    assert jar
    files = sorted(folder.glob("*.pdf"))
    command = ("-cp", jar, COMMAND_LINE, "--format", "json", "--flavour", CLAIMED)
    return run_java("veraPDF", *command, *files, statuses=frozenset({VALID, INVALID})).stdout


def broken_rules(report: Path, output: str, claim: str) -> list[str]:
    """The rules of ``claim`` that the PDF called ``output`` breaks, and where each does first."""
    jobs = json.loads(report.read_text(encoding="utf-8"))["report"]["jobs"]
    job = next(job for job in jobs if Path(job["itemDetails"]["name"]).name == output)
    results = [result for result in job["validationResult"] if result["profileName"] == claim]
    assert len(results) == 1, f"{output} does not claim it"
    details = results[0]["details"]
    assert details["passedChecks"] > 100
    return [
        " ".join((rule["clause"], rule["description"], rule["checks"][0]["context"]))
        for rule in details["ruleSummaries"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edition", "claim"), CLAIM_OF_EDITION, ids=lambda part: getattr(part, "name", part)
)
@pytest.mark.parametrize("name", NAMES)
def test_it_keeps_what_its_edition_claims(
    name: str, edition: Edition, claim: str, printed: Path
) -> None:
    """A PDF that holds this and nothing else has nothing that veraPDF finds wrong."""
    assert broken_rules(printed / "verapdf.json", f"{name}{edition.suffix}", claim) == []


def test_every_book_over_pages_is_known() -> None:
    """No book is made for a page to break, and then not looked at."""
    assert [name for name in NAMES if name.endswith("over-sider")] == list(OVER_PAGES)


@pytest.mark.slow
@pytest.mark.parametrize("edition", [edition for edition, _ in CLAIMS], ids=lambda e: str(e.name))
@pytest.mark.parametrize(("name", "role"), OVER_PAGES.items())
def test_what_pages_break_is_one(name: str, role: str, edition: Edition, printed: Path) -> None:
    """A listener hears it once and whole: one structure element, its content on several pages."""
    with pikepdf.open(printed / f"{name}{edition.suffix}") as pdf:
        lying_on = spans(pdf.Root.StructTreeRoot, role)
    assert len([pages for pages in lying_on if len(pages) > 1]) == 1


def spans(node: pikepdf.Object, role: str) -> list[set[tuple[int, int]]]:
    """For each structure element of ``role``, from ``node`` down: the pages it lies on."""
    kids = [kid for kid in kids_of(node) if isinstance(kid, pikepdf.Dictionary)]
    below = [pages for kid in kids for pages in spans(kid, role)]
    return [pages_of(node), *below] if node.get("/S") == f"/{role}" else below


def pages_of(node: pikepdf.Object) -> set[tuple[int, int]]:
    """The pages that the marked content of ``node`` and all below it lies on."""
    pages: set[tuple[int, int]] = set()
    for kid in kids_of(node):
        if not isinstance(kid, pikepdf.Dictionary):
            pages.add(node.Pg.objgen)
        elif "/MCID" in kid:
            pages.add(kid.Pg.objgen if "/Pg" in kid else node.Pg.objgen)
        elif "/S" in kid:
            pages |= pages_of(kid)
    return pages


def kids_of(node: pikepdf.Object) -> list[pikepdf.Object]:
    """The kids of a structure element: elements, marked content, or links' annotations."""
    kids = node.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
