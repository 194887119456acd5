"""The colour that a brand's finding suggests has no finding itself."""

import re
from pathlib import Path

import pytest

from bindery.manuscript.load import load
from bindery.rules.styles.brand_colours_have_contrast import RULE
from bindery.rules.styles.judge_templates import judge_templates
from bindery.vocabulary.findings import Finding
from tests.shelf import SETTINGS, write_book


def found(folder: Path, key: str, colour: str) -> list[Finding]:
    """What is found of a brand of one colour."""
    write_book(folder, "# A\n", settings=f'{SETTINGS}\n[brand.colours]\n{key} = "{colour}"\n')
    publication = load(folder).publication
    assert publication is not None
    return [
        finding
        for one in judge_templates(publication)
        for finding in one.findings
        if one.rule == RULE.name
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "colour"),
    [("heading", "#fff2a8"), ("heading", "#ff0000"), ("link", "#fff2a8"), ("line", "#dddddd")],
)
def test_the_suggestion_is_readable_everywhere(key: str, colour: str, tmp_path: Path) -> None:
    """Also on the grounds of boxes, which are derived of the colour of headings."""
    (told,) = found(tmp_path, key, colour)
    better = re.search(r"#[0-9a-f]{6}", told.hint.en)
    assert better is not None
    assert found(tmp_path, key, better[0]) == []
