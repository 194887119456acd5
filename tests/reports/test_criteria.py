"""The draft statement: every way a criterion is decided, and that nothing is met by default."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from bindery.reports.wcag import Verdict, judge
from bindery.reports.wcag import criteria as criteria_module
from bindery.reports.wcag.absent import ABSENT
from bindery.reports.wcag.criteria import GUIDE, unplaced
from bindery.vocabulary.editions import TEXT_SPACING
from bindery.vocabulary.evidence import Evidence, Exempted, Outcome, judged, untested
from bindery.vocabulary.findings import Severity
from bindery.vocabulary.text import verbatim
from bindery.vocabulary.wcag import CRITERIA
from tests.reports.finished import CHECKERS, Finish, criteria_of, finished, found, numbers, passed
from tests.shelf import document_of

ALL = {one.number for one in CRITERIA}
MEDIA = {"1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.4.2"}
FORMS = {"1.3.5", "3.2.2", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.7", "3.3.8"}
GESTURES = {"2.1.4", "2.5.1", "2.5.4", "2.5.7", "4.1.3"}
MOTION = {"2.2.2", "2.3.1"}
IMAGES = {"1.1.1", "1.4.5"}
NOT_APPLICABLE = MEDIA | FORMS | GESTURES | MOTION | IMAGES | {"2.2.1"}
STILL = {"2.1.2", "2.5.2", "3.2.1"}
MET = STILL | {"1.3.4", "3.1.1", "4.1.2"}
ACTIVE = FORMS | GESTURES | MOTION | IMAGES | STILL | {"1.3.4", "2.2.1", "4.1.2"}
"""What cannot be ruled out where something may run."""


@pytest.fixture(autouse=True)
def nothing_more_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what ``test_shown_criteria.py`` is about."""
    monkeypatch.setattr(criteria_module, "shown", lambda *_: None)


def test_everything_has_its_words() -> None:
    """There is something for a person to look at under each criterion, in both languages."""
    assert set(GUIDE) == ALL
    assert all(look.nb and look.en and look.nb != look.en for look in GUIDE.values())
    named = [number for one in ABSENT for number in one.numbers]
    assert len(named) == len(set(named))
    assert set(named) <= ALL


def test_nothing_is_met_where_nothing_is_known(tmp_path: Path) -> None:
    """Without files and evidence a person has to look at every criterion, one by one."""
    document = document_of(tmp_path, "# En\n")
    criteria = judge(document, files=(), evidence=())
    assert [one.criterion for one in criteria] == list(CRITERIA)
    assert {one.verdict for one in criteria} == {Verdict.NEEDS_PERSON}


def test_a_plain_book_that_passed_its_checks(tmp_path: Path) -> None:
    """Text alone: much is not applicable, six criteria are met, a person looks at the rest."""
    criteria = criteria_of(tmp_path, Finish())
    assert numbers(criteria, Verdict.NOT_APPLICABLE) == NOT_APPLICABLE
    assert numbers(criteria, Verdict.MET) == MET
    assert numbers(criteria, Verdict.NEEDS_PERSON) == ALL - NOT_APPLICABLE - MET


@pytest.mark.parametrize(
    ("finish", "opened"),
    [
        (Finish(html='<img src="a.png" alt="A">'), IMAGES),
        (Finish(epub="<svg/>"), IMAGES),
        (Finish(epub="<math/>"), {"1.1.1"}),
        (Finish(html="<video></video>"), MEDIA | GESTURES | MOTION | IMAGES | STILL | {"2.2.1"}),
        (Finish(media_type="audio/mpeg"), MEDIA | GESTURES | MOTION | IMAGES | STILL | {"2.2.1"}),
        (Finish(html="<iframe></iframe>"), MEDIA | ACTIVE),
        (Finish(html="<input>"), ACTIVE),
        (Finish(epub='<p contenteditable="true"/>'), ACTIVE),
        (Finish(html="<script>go()</script>"), MEDIA | ACTIVE),
        (Finish(html='<p onclick="go()">A'), MEDIA | ACTIVE),
        (Finish(epub='<a href="javascript:go()">A</a>'), MEDIA | ACTIVE),
        (Finish(html='<meta http-equiv="refresh" content="5">'), MOTION | {"2.2.1"}),
        (Finish(html="<style>p { animation: a 1s }</style>"), MOTION),
        (Finish(epub='<p style="animation-name: a"/>'), MOTION),
        (Finish(html="<style>@media (orientation: portrait) {}</style>"), {"1.3.4"}),
        (Finish(css="@keyframes a {}"), MOTION),
        (Finish(pdf={"/Subtype": pikepdf.Name.Widget}), ACTIVE),
        (Finish(pdf={"/S": pikepdf.Name.JavaScript}), MEDIA | ACTIVE),
        (Finish(pdf={"/JS": "go()"}), MEDIA | ACTIVE),
        (Finish(pdf={"/AcroForm": 1}), ACTIVE),
        (Finish(pdf={"/Dur": 5}), MOTION | {"2.2.1"}),
    ],
)
def test_what_is_in_a_file_is_not_ruled_out(
    tmp_path: Path, finish: Finish, opened: set[str]
) -> None:
    """One image, script, form or film in one file opens the criteria about it, and no others."""
    criteria = criteria_of(tmp_path, finish)
    expected = ALL - ((NOT_APPLICABLE | MET) - opened)
    assert numbers(criteria, Verdict.NEEDS_PERSON) == expected


@pytest.mark.parametrize(
    "finish",
    [
        Finish(html='<a href="https://example.org/film.mp4">Video</a>'),
        Finish(html='<script type="application/ld+json">{}</script>'),
        Finish(epub="<style>p { transition: none }</style>"),
        Finish(pdf={"/S": pikepdf.Name.GoTo}),
    ],
)
def test_what_only_looks_like_it_opens_nothing(tmp_path: Path, finish: Finish) -> None:
    """A link to a film is no film, and data is no script."""
    assert numbers(criteria_of(tmp_path, finish), Verdict.NOT_APPLICABLE) == NOT_APPLICABLE


def test_a_moving_picture_is_seen_in_the_manuscript(tmp_path: Path) -> None:
    """A picture with several frames moves, though no edition's markup says so."""
    frames = [Image.new("L", (4, 4), shade) for shade in (0, 255)]
    content = BytesIO()
    frames[0].save(content, "GIF", save_all=True, append_images=frames[1:])
    figures = {"figures/a.gif": content.getvalue()}
    for name, chapter, opened in (
        ("shown", "# En\n\n![Kart](../figures/a.gif)\n", MOTION),
        ("not-shown", "# En\n", set[str]()),
    ):
        criteria = criteria_of(tmp_path / name, Finish((chapter,), figures=figures))
        assert numbers(criteria, Verdict.NOT_APPLICABLE) == NOT_APPLICABLE - opened


def test_a_picture_of_the_book_is_only_a_picture(tmp_path: Path) -> None:
    """An edition that is a picture opens what is about images; no checker has to pass it."""
    document, files = finished(tmp_path, Finish())
    picture = tmp_path / "build/bok.png"
    picture.touch()
    criteria = judge(document, files=(*files, picture), evidence=passed())
    opened = {one.criterion.number for one in criteria if one.verdict is Verdict.NEEDS_PERSON}
    assert opened == (ALL - NOT_APPLICABLE - MET) | IMAGES


def test_one_edition_is_judged_by_what_is_in_it(tmp_path: Path) -> None:
    """A PDF is not asked for what only markup can do, nor for the pictures of another edition."""
    document, files = finished(tmp_path, Finish(html='<img src="a.png" alt="A">'))
    pdf, _, page = (
        {one.criterion.number: one for one in judge(document, files=[file], evidence=passed())}
        for file in files
    )
    assert pdf["1.4.12"].verdict is pdf["1.1.1"].verdict is Verdict.NOT_APPLICABLE
    assert page["1.4.12"].verdict is page["1.1.1"].verdict is Verdict.NEEDS_PERSON
    assert pdf["3.1.1"].verdict is page["3.1.1"].verdict is Verdict.MET


def test_what_its_author_has_put_aside_is_not_met(tmp_path: Path) -> None:
    """An exception keeps its criterion open, with the reason; one that only informs does not."""
    document, files = finished(tmp_path, Finish())
    for severity, open_ in ((Severity.ERROR, True), (Severity.INFO, False)):
        aside = Exempted(found("language-is-known", severity), verbatim("Det er et navn."))
        (rule,) = [one for one in passed(findings=[aside.finding]) if one.rule]
        exempt = replace(rule, findings=(), outcome=Outcome.PASSED, exempted=(aside,))
        criteria = judge(document, files=files, evidence=(*passed(), exempt))
        assert [(one.criterion.number, one.exempted) for one in criteria if one.exempted] == (
            [("3.1.1", (aside,)), ("3.1.2", (aside,))] if open_ else []
        )
        met = {one.criterion.number for one in criteria if one.verdict is Verdict.MET}
        assert met == (MET - {"3.1.1"} if open_ else MET)


def test_an_unreadable_file_may_hold_anything(tmp_path: Path) -> None:
    """Where a file cannot be read nothing is ruled out and nothing is met."""
    document, files = finished(tmp_path, Finish())
    files[0].write_bytes(b"not a PDF")
    criteria = judge(document, files=files, evidence=passed())
    assert {one.verdict for one in criteria} == {Verdict.NEEDS_PERSON}


@pytest.mark.parametrize(
    "checker", [f"{one} of {subject}" for subject, all_ in CHECKERS.items() for one in all_]
)
def test_what_is_untested_proves_nothing(tmp_path: Path, checker: str) -> None:
    """With one checker not run, or not installed, what rests on the checks is not met."""
    for number, evidence in enumerate((passed(without=checker), passed(missing=checker))):
        folder = tmp_path / str(number)
        criteria = criteria_of(folder, Finish(), evidence)
        assert numbers(criteria, Verdict.MET) == MET - {"3.1.1", "4.1.2"}


def test_text_spacing_is_met_where_it_was_tried(tmp_path: Path) -> None:
    """When both the e-book and the summary were spaced and lost nothing, and in no other case."""
    spaced = [
        judged(
            checker="Chromium",
            version="1",
            subject=f"build/bok.{suffix}",
            standard=TEXT_SPACING,
            examined=1,
            unit=verbatim("lines"),
            findings=(),
        )
        for suffix in ("epub", "html")
    ]
    not_run = untested(checker="Chromium", subject="build/bok.html", standard=TEXT_SPACING)
    for number, (shown, met) in enumerate(
        ((spaced, True), (spaced[:1], False), ([spaced[0], not_run], False), ([], False))
    ):
        criteria = criteria_of(tmp_path / str(number), Finish(), (*passed(), *shown))
        assert ("1.4.12" in numbers(criteria, Verdict.MET)) is met


def test_one_more_checker_must_have_run_too(tmp_path: Path) -> None:
    """A file that any checker was to see and did not is not proved by the others."""
    more = untested(checker="outloud", subject="build/bok.pdf", standard="Matterhorn")
    criteria = criteria_of(tmp_path, Finish(), (*passed(), more))
    assert numbers(criteria, Verdict.MET) == MET - {"3.1.1", "4.1.2"}


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        ("verapdf-ua1-7-3-1", {"1.1.1"}),
        ("verapdf-ua1-7-1-10", {"2.4.2"}),
        ("verapdf-ua1-7-2-10", {"1.3.1"}),
        ("verapdf-ua1-7-2-33", {"3.1.1"}),
        ("axe-color-contrast", {"1.4.3"}),
        ("ace-link-name", {"2.4.4", "4.1.2"}),
        ("page-reflows-at-320-px", {"1.4.10"}),
        ("text-spacing-loses-nothing", {"1.4.12"}),
        ("image-has-alt-text", {"1.1.1"}),
        ("edition-speaks-the-language", {"3.1.1", "3.1.2"}),
    ],
)
def test_what_a_check_found_is_not_met(tmp_path: Path, rule: str, broken: set[str]) -> None:
    """An error breaks the criteria its rule is about, whatever else is shown, and no others."""
    finding = found(rule)
    criteria = criteria_of(tmp_path, Finish(), passed(findings=[finding]))
    assert numbers(criteria, Verdict.NOT_MET) == broken
    assert all(criteria[number].findings == (finding,) for number in broken)
    assert numbers(criteria, Verdict.MET) == MET - {"3.1.1", "4.1.2"} - broken


def test_a_doubt_is_for_a_person(tmp_path: Path) -> None:
    """A warning opens its criterion and is handed to the person who looks; it breaks nothing."""
    warning = found("alt-text-begins-with-what-is-shown", Severity.WARNING)
    criteria = criteria_of(tmp_path, Finish(), passed(findings=[warning]))
    assert not numbers(criteria, Verdict.NOT_MET)
    assert criteria["1.1.1"].verdict is Verdict.NEEDS_PERSON
    assert criteria["1.1.1"].findings == (warning,)
    assert numbers(criteria, Verdict.MET) == MET


def test_a_false_alarm_opens_nothing(tmp_path: Path) -> None:
    """What a checker says is wrong, and is known to be right, is for information.

    A checker with a doubt has not passed the file.
    """
    for severity, met in ((Severity.INFO, MET), (Severity.WARNING, MET - {"3.1.1", "4.1.2"})):
        alarm = found("axe-aria-prohibited-attr", severity)
        criteria = criteria_of(tmp_path / severity, Finish(), passed(findings=[alarm]))
        assert numbers(criteria, Verdict.MET) == met


def test_what_axe_cannot_tell_is_for_a_person(tmp_path: Path) -> None:
    """Where axe has a doubt about names, names are not met; a doubt about contrast is another's."""
    for rule, met in (("axe-link-name", MET - {"4.1.2"}), ("axe-color-contrast", MET)):
        doubt = Evidence(
            *("axe", "4", "build/bok.html", "WCAG 2.2 AA", 1),
            *(verbatim("checks"), Outcome.CANNOT_TELL, (found(rule, Severity.WARNING),)),
        )
        criteria = criteria_of(tmp_path / rule, Finish(), (*passed(), doubt))
        assert numbers(criteria, Verdict.MET) == met


@pytest.mark.parametrize("edition", ["html_language", "epub_language"])
@pytest.mark.parametrize("language", ["", "en"])
def test_the_language_must_be_the_books(tmp_path: Path, edition: str, language: str) -> None:
    """A file without a language, or in another than the author stated, is not met."""
    criteria = criteria_of(tmp_path, Finish(**{edition: language}))  # type: ignore[arg-type]
    assert numbers(criteria, Verdict.MET) == MET - {"3.1.1"}


def test_a_chapter_may_have_its_own_language(tmp_path: Path) -> None:
    """An e-book's document may be in a chapter's language; the summary may not."""
    chapter = "---\nlanguage: en\n---\n\n# One\n"
    in_epub = Finish(chapters=("# En\n", chapter), epub_language="en")
    assert "3.1.1" in numbers(criteria_of(tmp_path / "epub", in_epub), Verdict.MET)
    in_html = Finish(chapters=("# En\n", chapter), html_language="en")
    assert "3.1.1" not in numbers(criteria_of(tmp_path / "html", in_html), Verdict.MET)


def test_a_person_is_told_where_to_look(tmp_path: Path) -> None:
    """Images, formulas, tables and other languages are found by their lines in the manuscript."""
    chapter = (
        "# En\n\n![Kart](../figures/kart.svg)\n\nSå $x$.\n\n"
        '| A | B |\n|---|---|\n| 1 | 2 |\n\nOg [yes]{lang="en"}.\n'
    )
    finish = Finish((chapter,), html='<img src="a.png" alt="Kart"><math></math>')
    criteria = criteria_of(tmp_path, finish)
    at = "manuscript/chapters/01.md:"
    assert criteria["1.1.1"].places == (f"{at}3", f"{at}5")
    assert criteria["1.4.1"].places == (f"{at}3",)
    assert criteria["1.3.1"].places == (f"{at}7",)
    assert criteria["3.1.2"].places == (f"{at}11",)
    assert criteria["2.4.6"].places == ()


def test_an_error_of_no_criterion_is_not_lost() -> None:
    """An error that no criterion owns is kept for a person to place; a warning is not one."""
    errors = [found("verapdf-2a-6-1-2-1"), found("image-has-alt-text")]
    warning = found("characters-have-glyphs", Severity.WARNING)
    assert unplaced(passed(findings=[*errors, warning])) == (errors[0],)
