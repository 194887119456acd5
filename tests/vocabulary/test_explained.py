"""Whatever is found, a page says why it matters and how it is mended."""

import json
import re
import runpy
import tomllib
from collections.abc import Iterator

import pytest
from outloud.registry import load_catalogue  # type: ignore[import-untyped]

from bindery.checkers import axe, axe_words, layout, verapdf
from bindery.claims.conformance import CARRIED_OVER, OF_THIS_TEXT
from bindery.manuscript.requirements import Requirement
from bindery.pipeline import by_hand, past_releases
from bindery.pipeline.known_faults import RULES as KNOWN
from bindery.readback import messages as readback
from bindery.reports.explained import RUN_AXE, SOURCES, explained, groups, slug
from bindery.tools import locate
from bindery.tools.run import run
from tests.shelf import HOUSE

FINDINGS = (HOUSE / "docs" / "findings.md").read_text(encoding="utf-8")
RULES = [(HOUSE / "docs" / name).read_text(encoding="utf-8") for name in ("rules.md", "regler.md")]

LITERAL = re.compile(r'Finding\(\s*(?:rule=)?"(?P<name>[a-z0-9-]+)"')
"""A finding whose rule is written where it is made."""


def _explained_by_itself(rule: str) -> bool:
    """Whether a rule has a section of its own on the pages of rules."""
    return all(f'<a id="{rule}"></a>' in page for page in RULES)


def _written() -> Iterator[str]:
    for path in sorted((HOUSE / "bindery").rglob("*.py")):
        found = LITERAL.finditer(path.read_text(encoding="utf-8"))
        yield from (one["name"] for one in found)


def _of_ours() -> Iterator[str]:
    """The rules of reading back, of the layout, and of what is released."""
    kinds = (readback.ReadBackRule, Requirement)
    for module in (readback, past_releases, by_hand):
        yield from (one.name for one in vars(module).values() if isinstance(one, kinds))
    yield from (layout.REFLOWS.name, layout.LOSES_NOTHING.name, OF_THIS_TEXT, CARRIED_OVER, *KNOWN)


def _of_others() -> Iterator[str]:
    yield from (f"outloud-{rule.lower()}" for rule in load_catalogue())
    for standard in verapdf.STANDARDS:
        yield f"verapdf-{standard.flavour}-claimed"
    yield from ("nu-error", "nu-warning", "nu-info", "verapdf-readable", "verapdf-draft")


@pytest.mark.parametrize("rule", sorted({*_written(), *_of_ours(), *_of_others()}))
def test_a_rule_is_explained(rule: str) -> None:
    """On the page of findings, or on that of rules."""
    assert explained(rule) is not None or _explained_by_itself(rule)


def test_the_rules_that_are_looked_for_are_there() -> None:
    """None of the lists that the test above goes through is empty."""
    assert {"summary-is-light", "onix-error", "page-is-as-styled"} <= {*_written()}
    assert {"page-reflows-at-320-px", "edition-says-what-the-manuscript-says"} <= {*_of_ours()}
    assert "version-has-one-content" in {*_of_ours()}
    assert len([*_of_others()]) > 80


@pytest.mark.parametrize("rule", sorted(axe_words.NORWEGIAN))
def test_what_has_a_norwegian_name_has_an_explanation(rule: str) -> None:
    """Of axe's rules and of Ace's own: one of their own, not that of all the others."""
    assert any(_by_name(f"{checker}-{rule}") for checker in RUN_AXE)


@pytest.mark.slow
@pytest.mark.skipif(not (locate.node() and locate.axe_source()), reason="axe is not installed")
def test_each_of_axes_rules_has_an_explanation() -> None:
    """Of those that we ask axe to try, as it lists them itself."""
    script = "console.log(JSON.stringify(require(process.argv[1]).getRules(process.argv.slice(2))))"
    node, source = locate.node(), locate.axe_source()
    assert node is not None
    assert source is not None
    listed = run([node, "-e", script, source, *axe.TAGS])
    rules = [rule["ruleId"] for rule in json.loads(listed.stdout)]
    assert len(rules) > 90
    assert [rule for rule in rules if not _by_name(f"axe-{rule}")] == []


def _by_name(rule: str) -> bool:
    one = explained(rule)
    return one is not None and rule in one.names


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        ("epubcheck-rsc-005", "EPUBCheck RSC: files and the links between them"),
        ("epubcheck-opf-014", "EPUBCheck OPF: metadata in the package"),
        ("verapdf-ua1-7-1-3", "PDF/UA-1, 7.1: everything is content or decoration, and the file"),
        ("verapdf-ua1-7-18-5-1", "PDF/UA-1, 7.18: links and other annotations"),
        ("verapdf-ua2-8-8-1", "PDF/UA-2 and WTPDF: links and destinations"),
        ("verapdf-ua2-7-1", "PDF/UA-2 and WTPDF: the file"),
        ("verapdf-4-6-2-1", "PDF/A-4: whether the PDF 2.0 can be read in fifty years"),
        ("axe-a-rule-to-come", "axe: anything else"),
    ],
)
def test_a_family_explains_what_has_no_explanation_of_its_own(rule: str, title: str) -> None:
    """The nearest one does."""
    one = explained(rule)
    assert one is not None
    assert one.title.startswith(title)


def test_what_nobody_knows_is_not_explained() -> None:
    """No family is so large that it would explain anything."""
    assert explained("image-has-alt-text") is None
    assert explained("") is None


def test_no_rule_is_explained_twice() -> None:
    """Names, families and places on the page are each given once."""
    every = [one for _, _, explanations in groups() for one in explanations]
    names = [name for one in every for name in (*one.names, *one.families)]
    assert len(names) == len({*names})
    assert len({one.anchor for one in every}) == len(every)


def test_an_explanation_leads_to_its_heading() -> None:
    """The anchor is the name that the page gives the heading."""
    headings = {slug(line.lstrip("# ")) for line in FINDINGS.splitlines() if line.startswith("#")}
    for _, _, explanations in groups():
        for one in explanations:
            assert one.anchor.partition("#")[2] in headings


def test_an_explanation_is_sentences_in_both_languages() -> None:
    """Nothing is left out, and nothing is the same in both."""
    for _, _, explanations in groups():
        for one in explanations:
            assert one.names or one.families, one.title
            for text in (one.why, one.mend):
                assert text.nb != text.en
                assert text.nb.endswith("."), text.nb
                assert text.en.endswith("."), text.en


def test_the_pages_of_findings_are_not_stale() -> None:
    """They say what the explanations say, in each language; a script writes them."""
    script = runpy.run_path(str(HOUSE / "scripts" / "write_findings_page.py"))
    for language, file in script["PAGES"].items():
        assert file.read_text(encoding="utf-8") == script["page"](language), file.name


@pytest.mark.parametrize("name", ["findings.md", "funn.md"])
def test_a_finding_can_be_linked_to_by_its_name(name: str) -> None:
    """So can a family, by what its names begin with."""
    text = (HOUSE / "docs" / name).read_text(encoding="utf-8")
    every = [one for _, _, explanations in groups() for one in explanations]
    names = [one.removesuffix("-") for each in every for one in (*each.names, *each.families)]
    assert sorted(re.findall(r'<a id="([\w-]+)"></a>', text)) == sorted(names)


def test_a_finding_has_a_norwegian_title() -> None:
    """And the list has no title of a finding that is no longer explained."""
    told = tomllib.loads((HOUSE / "scripts" / "pages.toml").read_text(encoding="utf-8"))
    every = [one for _, _, explanations in groups() for one in explanations]
    assert sorted(told["findings"]) == sorted((*one.names, *one.families)[0] for one in every)
    assert sorted(told["findings-groups"]) == sorted(SOURCES)
