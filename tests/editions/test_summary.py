"""The summary: one file, nothing fetched, nothing run."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from bindery.document.edition import Made
from bindery.editions.summary import SUMMARY
from tests.shelf import SETTINGS, document_of, workshop_for

CHAPTER = """\
# Funn

::: key-message
Husk dette.
:::

Bare i boka, og [en lenke](#annet).

## Annet {#annet}

:::: in-summary
1. Første, se [annet](#annet).[^1]
2. Andre

::: {.table}
| A | B |
|---|---|
| 1 | 2 |

Tall
:::
::::

[^1]: Note.
"""


def page(folder: Path, markdown: str = CHAPTER, settings: str = SETTINGS) -> str:
    """The summary of a book of one chapter."""
    document = document_of(folder, markdown, settings=settings)
    made = {"pdf": Made(b"x" * 61_500, 12), "epub": Made(b"x" * 1_240_000, 4)}
    return SUMMARY.make(document, workshop_for(document, folder), made).content.decode()


def test_it_holds_what_the_author_chose(tmp_path: Path) -> None:
    """Key messages and marked blocks are in; the rest of the text is not."""
    html = page(tmp_path)
    assert "Husk dette." in html
    assert "<caption" in html
    assert "Bare i boka" not in html


def test_links_to_what_is_not_there_are_text(tmp_path: Path) -> None:
    """No link in the summary leads to a place that only the whole publication has."""
    html = page(tmp_path)
    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets
    assert all(f'id="{target}"' in html for target in targets)
    assert "doc-noteref" not in html


def test_a_wide_table_can_be_scrolled_from_the_keyboard(tmp_path: Path) -> None:
    """The region around a table takes focus and has the caption for its name (WCAG 2.1.1)."""
    html = page(tmp_path)
    region = re.search(
        r'<div class="region" role="region" tabindex="0" aria-labelledby="([^"]+)"', html
    )
    assert region
    assert f'<caption id="{region[1]}"' in html.replace(" data-source", " x")


def test_the_style_is_allowed_by_its_hash_and_nothing_else_is(tmp_path: Path) -> None:
    """The page's own policy lets in this style sheet and no script, image or frame from afar."""
    html = page(tmp_path)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html
    assert "default-src 'none'" in html
    assert not re.search(r'(src|href)="https?:[^"]*\.(js|css|woff2|png)"', html)


def test_a_title_cannot_end_the_linked_data(tmp_path: Path) -> None:
    """A title is text, whatever is in it."""
    settings = SETTINGS.replace('"Prøvebok"', '"</script><b>x"')
    html = page(tmp_path, settings=settings)
    assert "</script><b>" not in html
