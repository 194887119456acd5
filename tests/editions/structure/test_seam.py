"""WeasyPrint is told to do otherwise in a few places; a new version may move them."""

import pytest
import weasyprint
from weasyprint import pdf as weasyprint_pdf

from bindery.editions.pdf.structure import seam


def test_nothing_has_moved() -> None:
    """Version and signatures are those that the seam was made for."""
    assert list(seam.moved()) == []


def test_another_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An upgrade says so in a sentence, before anything else fails."""
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    assert list(seam.moved()) == ["WeasyPrint is 71.0; the seam was made for 70.0."]


def test_a_function_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """By name."""
    monkeypatch.delattr(weasyprint_pdf, "add_links")
    assert list(seam.moved()) == ["weasyprint.pdf.add_links is gone."]


def test_a_function_with_other_parameters_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what it takes now, and what it took."""
    monkeypatch.setattr(weasyprint_pdf, "add_outlines", lambda pdf, tree: (pdf, tree))
    (said,) = seam.moved()
    assert said.startswith("weasyprint.pdf.add_outlines takes ('pdf', 'tree'), and took ('pdf',")
