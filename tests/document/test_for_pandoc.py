"""What pandoc gets of a chapter: dollars only in formulas, no comments before text."""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

import bindery.document
from bindery.document.for_pandoc import for_pandoc
from bindery.manuscript.source.dialect import dialect
from bindery.tools.locate import pandoc
from bindery.tools.pandoc import DIALECT, render
from bindery.tools.run import run

READER = Path(bindery.document.__file__).with_name("reader.lua")
PARTS = ("$", "$", "$", "$", "5", " ", "a", "*", "`", "\\", "{", "}", "\n", ",", "[", "](b)", "å")


def _formulas(text: str) -> list[str]:
    inlines = (child for token in dialect().parse(text) for child in token.children or ())
    return [token.content for token in inlines if token.type.startswith("math_inline")]


def _by_pandoc(text: str) -> list[str]:
    program = pandoc()
    assert program is not None
    made = run([program, f"--from={DIALECT}", "--to=json"], stdin=for_pandoc(text).text)
    return list(_math(json.loads(made.stdout)["blocks"]))


def _math(tree: Any) -> Any:
    if isinstance(tree, dict) and tree.get("t") == "Math":
        yield tree["c"][1]
    elif isinstance(tree, dict | list):
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from _math(branch)


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("The fare is $5 per day, and *$1.6 million*; the rest costs *$17*.", []),
        ("Leien er $5 om dagen, og *$1,6 millioner*; resten koster *$17*.", []),
        ("Priser mellom $10-$20 er lave, og US$5 og AU$7 er det samme.", []),
        ("Fra *$5* til $6, [$7](a) eller **$8**, og «$9»-«$10».", []),
        ("Filen ligger i *$HOME/bin*, og står i `$PATH`.", []),
        ("Bare $ og $ , $ a$ og $a $ er tekst.", []),
        ("Skriv \\$x$ eller $x\\$.", []),
        ("Både $x$ og $$y$$ er formler.", ["x", "y"]),
        ("Prisen $p$ er $5, og $p_1$ er $6.", ["p", "p_1"]),
        ("Også $\\text{$x$}$ og $\\$5$ er det.", ["\\text{$x$}", "\\$5"]),
        ("Krøller: $a}$ er ingen, $\\{a\\}$ er en.", ["\\{a\\}"]),
        ("En på to\nlinjer: $a +\nb$.", ["a +\nb"]),
        ("![Grafen til $f(x)$ over $5](a.png)", []),
    ],
)
def test_a_dollar_before_a_number_is_money(text: str, formulas: list[str]) -> None:
    """A formula ends at a dollar with no space before it, no digit after it, and not in code."""
    assert _formulas(text) == formulas


@pytest.mark.slow
def test_both_readers_see_the_same_formulas() -> None:
    """Of 600 paragraphs of dollars, marks and digits, both readers make the same formulas."""
    chance = random.Random(12)
    written = ("".join(chance.choices(PARTS, k=chance.randint(4, 24))) for _ in range(600))
    text = "\n\n".join("x" + " ".join(one.split("\n")) for one in written)
    assert len(_formulas(text)) > 100
    assert _by_pandoc(text) == _formulas(text)


def test_a_chapter_without_dollars_is_given_as_it_is() -> None:
    """Nothing is replaced where there is nothing to replace, also in code and after a backslash."""
    for text in ("Tekst *uten* dollar.", "Koster \\$5.", "Bare $x$ og $$y$$.", "a <!-- b --> c"):
        assert for_pandoc(text).text == text


def test_dollars_come_back() -> None:
    """Dollars that are text are restored in what pandoc makes, in addresses too."""
    prepared = for_pandoc("Koster $5 [a](b$6), ikke $x$.")
    assert "$5" not in prepared.text
    assert "$x$" in prepared.text
    sign = prepared.stand_in
    assert prepared.restored(f'<a href="b{sign}6">{sign}5</a>') == '<a href="b$6">$5</a>'
    assert prepared.restored("%E2%82%B0" if sign == "₰" else "") == "$"


def test_a_sign_of_the_author_stays() -> None:
    """If the author has used the sign that stands in for a dollar, another one does."""
    prepared = for_pandoc("Koster 5 ₰ eller $5.")
    assert prepared.restored(prepared.text) == "Koster 5 ₰ eller $5."


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("<!-- a --> Tekst. <!-- b -->", "Tekst. <!-- b -->"),
        ("<!-- a --> *Tekst*", "*Tekst*"),
        ("<!-- a --> <!-- b --> Tekst", "Tekst"),
        ("<!-- a\nb --> Tekst", "\nTekst"),
        ("Tekst\n<!-- a --> mer", "Tekst\nmer"),
        ("> <!-- a --> Tekst", "> Tekst"),
        ("- <!-- a --> Tekst", "- Tekst"),
        ("<!-- a -->\nTekst", "<!-- a -->\nTekst"),
        ("<!-- a -->\n\nTekst", "<!-- a -->\n\nTekst"),
        ("    <!-- kode --> a", "    <!-- kode --> a"),
        ("```\n<!-- kode --> a\n```", "```\n<!-- kode --> a\n```"),
        ("<!-- aldri lukket", "<!-- aldri lukket"),
    ],
)
def test_text_after_a_comment_is_text(text: str, given: str) -> None:
    """A comment before text on the same line is removed, and only there; lines stay as they are."""
    assert for_pandoc(text).text == given


@pytest.mark.slow
def test_comments_are_in_no_edition() -> None:
    """Of HTML with comments in it and around it, all but the comments is printed."""
    text = (
        "<div>\nen <!-- a --> to\n<!-- b\n--> tre\n</div>\n\n<!-- c --> fire <!-- d -->\n\n"
        "<!-- e -->\n\nfem\n<!-- f -->\nseks <!-- g\nh --> *sju*\n\n<!--> åtte\n\n<!-- i -->*ni*\n"
    )
    prepared = for_pandoc(text)
    (rendered,) = render([prepared.text], READER)
    assert isinstance(rendered, str)
    printed = re.sub(r"<[^>]*>", "", prepared.restored(rendered))
    words = "&lt;div&gt; en to tre &lt;/div&gt; fire fem seks sju åtte ni"
    assert " ".join(printed.split()) == words
