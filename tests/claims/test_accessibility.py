"""What the book says of its own accessibility is what is in it."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bindery.claims.accessibility import Accessibility, accessibility_of, conformance_of
from bindery.claims.digest import digest_of
from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.vocabulary.publication import Evaluation
from tests.shelf import DRAWING, SETTINGS, document_of, write_book

NAMED = "![Kart](../figures/kart.svg)"
NAMELESS = "![](../figures/kart.svg)"
DECORATIVE = "![](../figures/kart.svg){.decorative}"
FIGURE = f"""\
:::: figure
{NAMED}

Kartet.

::: long-description
Byen ligger i nord.
:::
::::
"""
WITH_HEADERS = "| By | Fylke |\n|---|---|\n| Tromsø | Troms |\n"


def document_with(folder: Path, markdown: str, files: dict[str, bytes]) -> Document:
    """The Document of a book of one chapter and more ``files``."""
    loaded = load(write_book(folder, markdown, files=files))
    assert loaded.publication is not None, loaded.findings
    return read_document(loaded.publication)


def said_of(folder: Path, *chapters: str, settings: str = SETTINGS) -> Accessibility:
    """What a book of ``chapters`` says of itself."""
    return accessibility_of(document_of(folder, *chapters, settings=settings), paged=False)


@pytest.mark.parametrize(
    ("markdown", "feature", "claimed"),
    [
        ("# A\n", "tableOfContents", True),
        ("# A\n", "readingOrder", True),
        ("# A\n", "unlocked", True),
        ("# A\n", "ARIA", True),
        ("# A\n", "displayTransformability", True),
        ("# A\n\n## B\n\n### C\n\n## D\n", "structuralNavigation", True),
        ("# A\n\n### C\n", "structuralNavigation", False),
        ("# A\n\n# B\n", "structuralNavigation", False),
        ("Tekst.\n", "structuralNavigation", False),
        ("# A\n", "alternativeText", False),
        (f"# A\n\n{NAMED}\n", "alternativeText", True),
        (f"# A\n\n{NAMED}\n\n{NAMELESS}\n", "alternativeText", False),
        (f"# A\n\n{NAMED}\n\n{DECORATIVE}\n", "alternativeText", True),
        (f"# A\n\n{DECORATIVE}\n", "alternativeText", False),
        ("# A\n\n$x$\n", "alternativeText", False),
        (f"# A\n\n{NAMED}\n", "longDescription", False),
        (f"# A\n\n{FIGURE}\n", "longDescription", True),
        ("# A\n", "MathML", False),
        ("# A\n\n$x^2$\n", "MathML", True),
        ("# A\n", "index", False),
        ("# A\n", "pageNavigation", False),
    ],
)
def test_a_feature_is_claimed_where_it_is(
    tmp_path: Path, markdown: str, feature: str, claimed: bool
) -> None:
    """Each term stands for something that is in the book, and for all of its kind."""
    assert (feature in said_of(tmp_path, markdown).features) is claimed


def test_page_features_are_of_the_edition(tmp_path: Path) -> None:
    """Markers and page list are claimed where the e-book is given them, and told in the summary."""
    paged = accessibility_of(document_of(tmp_path, "# A\n"), paged=True)
    assert {"pageBreakMarkers", "pageNavigation"} <= set(paged.features)
    assert (
        "Sideskift og sideliste følger sidene i PDF-utgaven, versjon 1.0.0." in paged.summary.text
    )


@pytest.mark.parametrize(
    ("markdown", "modes", "sufficient"),
    [
        ("# A\n", ("textual",), (("textual",),)),
        (f"# A\n\n{DECORATIVE}\n", ("textual",), (("textual",),)),
        (f"# A\n\n{NAMED}\n", ("textual", "visual"), (("textual", "visual"), ("textual",))),
        (f"# A\n\n{NAMELESS}\n", ("textual", "visual"), (("textual", "visual"),)),
    ],
)
def test_text_alone_is_enough_where_all_that_is_shown_has_words(
    tmp_path: Path,
    markdown: str,
    modes: tuple[str, ...],
    sufficient: tuple[tuple[str, ...], ...],
) -> None:
    """Decoration is neither something to see nor something to describe."""
    said = said_of(tmp_path, markdown)
    assert said.modes == modes
    assert said.sufficient == sufficient


def animation(image_format: str, frames: int) -> bytes:
    """A picture of so many frames."""
    pictures = [Image.new("RGB", (4, 4), (40 * number, 0, 0)) for number in range(frames)]
    file = BytesIO()
    pictures[0].save(file, image_format, save_all=frames > 1, append_images=pictures[1:])
    return file.getvalue()


def drawing_with(extra: str) -> bytes:
    """The shelf's drawing with ``extra`` in it."""
    return DRAWING.replace("</svg>", f"{extra}</svg>").encode()


@pytest.mark.parametrize(
    ("name", "content", "moving"),
    [
        ("a.gif", animation("GIF", 1), False),
        ("a.gif", animation("GIF", 3), True),
        ("a.webp", animation("WEBP", 1), False),
        ("a.webp", animation("WEBP", 3), True),
        ("a.png", animation("PNG", 1), False),
        ("a.png", animation("PNG", 3), True),
        ("a.svg", drawing_with(""), False),
        ("a.svg", drawing_with('<animate attributeName="x" to="9" dur="1s"/>'), True),
        ("a.svg", drawing_with('<g><animateMotion path="M0 0h9" dur="1s"/></g>'), True),
        ("a.svg", drawing_with("<style>rect { animation: blink 1s }</style>"), True),
        ("a.svg", drawing_with('<rect style="animation: blink 1s"/>'), True),
        ("a.svg", drawing_with("<style>.slow { animation: blink 1s }</style>"), False),
        ("a.svg", drawing_with("<style>@keyframes blink {} rect { x: 1 }</style>"), False),
        ("a.svg", drawing_with("<style>rect { fill: red }</style>"), False),
    ],
)
def test_what_moves_may_be_a_hazard(
    tmp_path: Path, name: str, content: bytes, moving: bool
) -> None:
    """The bytes are asked, not the file's name; what nobody has looked at is not called safe."""
    markdown = f"# A\n\n![Kart](../figures/{name})\n"
    document = document_with(tmp_path, markdown, {f"figures/{name}": content})
    said = accessibility_of(document, paged=False)
    unknown = ("unknownFlashingHazard", "unknownMotionSimulationHazard", "noSoundHazard")
    assert said.hazards == (unknown if moving else ("none",))
    assert ("Bilder som beveger seg: 1." in said.summary.text) is moving


def test_an_image_nobody_uses_is_no_hazard(tmp_path: Path) -> None:
    """Only what is in the Document gets to a reader."""
    document = document_with(tmp_path, "# A\n", {"figures/a.gif": animation("GIF", 3)})
    assert accessibility_of(document, paged=False).hazards == ("none",)


def test_the_summary_tells_what_is_lost(tmp_path: Path) -> None:
    """Undescribed images, skipped levels and headerless tables are told, not only what works."""
    headerless = f":::: table\n{WITH_HEADERS}\nBy og fylke.\n::::\n"
    document = document_of(tmp_path, f"# A\n\n### B\n\n{NAMED}\n\n{NAMELESS}\n\n{headerless}")
    for cell in list(document.body.iter("th")):
        cell.tag = "td"
    summary = accessibility_of(document, paged=False).summary.text
    assert "Bilder og formler uten beskrivelse: 1 av 2." in summary
    assert "Bilder med alternativ tekst" not in summary
    assert "Overskriftsnivåene følger ikke hverandre" in summary
    assert "Tabeller uten overskriftsceller: 1 av 1." in summary
    assert "Ingen har vurdert om denne teksten oppfyller WCAG." in summary


def test_the_summary_names_only_what_is_there(tmp_path: Path) -> None:
    """A book of headings and text tells of no lists, tables, notes, images or formulas."""
    plain = said_of(tmp_path / "a", "# A\n\nTekst.\n").summary.text
    assert plain == (
        "Alt innhold er tekst eller har tekst, for skjermleser, leselist og forstørring. "
        "Overskrifter er kodet slik at hjelpemidler kjenner dem igjen. "
        "Leserekkefølgen er den samme som i manuset. "
        "Ingen har vurdert om denne teksten oppfyller WCAG."
    )
    full = said_of(
        tmp_path / "b", f"# A\n\n- b\n\n{WITH_HEADERS}\n\n$x$[^1]\n\n[^1]: C.\n"
    ).summary.text
    assert "Overskrifter, lister, tabeller og noter er kodet" in full
    assert "Formler er MathML, og skjermlesere kan lese dem med ord" in full
    noted = said_of(tmp_path / "c", "# A\n\nB.[^1]\n\n[^1]: C.\n").summary.text
    assert "Overskrifter og noter er kodet" in noted


def test_the_summary_is_in_the_publications_language(tmp_path: Path) -> None:
    """An English book is told of in English."""
    english = SETTINGS.replace('language = "nb"', 'language = "en"')
    summary = said_of(tmp_path, f"# A\n\n{FIGURE}\n", settings=english).summary.text
    assert summary.startswith("All content is text or has text")
    assert "Images with alternative text: 1 of 1." in summary


def evaluated(folder: Path, digest: str, markdown: str = "# A\n") -> Document:
    """A book with an evaluation of the Document ``digest``."""
    record = (
        'evaluator = "Vurderingsbyrået"\nkind = "organisation"\ndate = 2026-11-20\n'
        'method = "WCAG-EM 1.0."\nstandard = "WCAG 2.2 Level AA"\n'
        f'document = "{digest}"\n'
    )
    return document_with(folder, markdown, {"evaluation.toml": record.encode()})


def test_an_evaluation_of_this_text_is_told(tmp_path: Path) -> None:
    """Who, when, how and what they found, and the claim as the standard writes it."""
    digest = digest_of(document_of(tmp_path / "a", "# A\n"))
    said = accessibility_of(evaluated(tmp_path / "b", digest), paged=False)
    assert said.evaluation == Evaluation(
        "Vurderingsbyrået",
        "organisation",
        date(2026, 11, 20),
        "WCAG-EM 1.0.",
        "WCAG 2.2 Level AA",
        digest,
    )
    assert said.summary.text.endswith(
        "Vurderingsbyrået vurderte publikasjonen 20. november 2026 og fant at den oppfyller "
        "WCAG 2.2 Level AA. Metode: WCAG-EM 1.0."
    )
    assert conformance_of(said.evaluation) == "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


@pytest.mark.parametrize("digest", ["", "0" * 64])
def test_an_evaluation_of_another_text_is_not_told(tmp_path: Path, digest: str) -> None:
    """A text that nobody has evaluated says so."""
    said = accessibility_of(evaluated(tmp_path, digest), paged=False)
    assert said.evaluation is None
    assert "Vurderingsbyrået" not in said.summary.text
