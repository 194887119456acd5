"""Nothing outside the manuscript and the templates is read into an edition."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.layout import lay_out
from bindery.manuscript.templates import HOUSE as TEMPLATES
from bindery.manuscript.templates import Templates

OUTSIDE = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 width="10" height="10"><image xlink:href="{address}" width="10" height="10"/></svg>
"""


@pytest.mark.layout_complains
@pytest.mark.parametrize("scheme", ["file", "http", "https", "ftp"])
def test_the_layout_opens_no_address(
    tmp_path: Path, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drawing or a style that points elsewhere gets nothing, on whatever scheme."""
    secret = tmp_path / "hemmelig.png"
    secret.write_bytes(b"x")

    def opened(*_: object, **__: object) -> None:
        pytest.fail("an address outside the book was opened")

    monkeypatch.setattr("urllib.request.OpenerDirector.open", opened)
    address = f"{scheme}://{'' if scheme == 'file' else 'example.org'}{secret}"
    drawing = OUTSIDE.format(address=address).encode()
    page = (
        '<html lang="nb"><head><title>A</title></head><body><p>'
        f'<img alt="a" src="manuscript/a.svg"/><img alt="b" src="{address}"/></p></body></html>'
    )
    css = f'p {{ background: url("{address}") }} @import "{address}";'
    files = BookFiles({"manuscript/a.svg": drawing}, Templates(tmp_path))
    assert lay_out(page.encode(), css, files, tmp_path / "fonts").count == 1


def test_the_typefaces_are_the_ones_that_were_chosen() -> None:
    """Each font file is the one whose digest stands beside it."""
    sums = (TEMPLATES / "fonts/SHA256SUMS").read_text(encoding="ascii").split()
    listed = dict(zip(sums[1::2], sums[::2], strict=True))
    found = {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in (TEMPLATES / "fonts").glob("*.ttf")
    }
    assert listed == found


@pytest.mark.slow
@pytest.mark.layout_complains
def test_what_the_layout_says_of_an_image_names_its_file(tmp_path: Path) -> None:
    """Its own remarks have an address that no author knows, or no name at all."""
    drawing = OUTSIDE.format(address="#a").replace(
        "<image", "<style>@font-face { font-family: A }</style><image"
    )
    images = {"manuscript/blå 1.svg": drawing.encode(), "manuscript/hull#.png": b"PNG"}
    page = (
        '<html lang="nb"><head><title>A</title></head><body><p>'
        '<img alt="a" src="manuscript/bl%C3%A5%201.svg"/>'
        '<img alt="b" src="manuscript/hull%23.png"/></p></body></html>'
    )
    files = BookFiles(images, Templates(tmp_path))
    remarks = lay_out(page.encode(), "", files, tmp_path / "fonts").remarks
    assert [name for name in images if any(name in remark for remark in remarks)] == [*images]
    assert not any("book.invalid" in remark for remark in remarks)
    # A place in the drawing would be taken for one in the edition's style sheet.
    assert not any(re.search(r"at \d+:\d+", remark) for remark in remarks)
