"""Words at the front door: addresses, braces, comments, dollars and TeX of other tools."""

import random
import time

import pytest

from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book
from bindery.vocabulary.publication import Chapter

ADDRESSES = [
    ("Se «https://x.no».", "Se «<https://x.no>»."),
    ("(se https://x.no/a_(b)), x", "(se <https://x.no/a_(b)>), x"),
    ("[https://x.no/a], b", "[<https://x.no/a>], b"),
    ("https://x.no/a?b=c#d!", "<https://x.no/a?b=c#d>!"),
    ("www.x.no/a_b; c", "[www.x.no/a\\_b](https://www.x.no/a_b); c"),
    ("a.b@c.no’", "[a.b@c.no](mailto:a.b@c.no)’"),
    ("<kåre@x.no>", "<[kåre@x.no](mailto:kåre@x.no)>"),
    ("**https://x.no/a** ==https://x.no==", "**<https://x.no/a>** [<https://x.no>]{.mark}"),
    ("| https://x.no/a\\|b |\n|---|", "| [https://x.no/a\\|b](<https://x.no/a%7Cb>) |\n|---|"),
    ("https://x.no/a\\_b?c&amp;d", "[https://x.no/a\\_b?c&amp;d](<https://x.no/a_b?c&amp;d>)"),
    ("# Om www.x.no\n\n- a@b.no", "# Om [www.x.no](https://www.x.no)\n\n- [a@b.no](mailto:a@b.no)"),
]
NO_ADDRESSES = [
    "`https://x.no` <https://x.no> [https://x.no](https://y.no) ![www.x.no](a.png)",
    "[a www.x.no b](c) [a][b]\n\n[b]: https://x.no",
    "```\nhttps://x.no\n```",
    "    https://x.no",
    "https:// https://… https://localhost:80 xhttps://x.no git+https://x.no",
    "git@github.com:a/b.git react@18.2.0 @kommune a@b",
    "https://x.no/{{ a }}",
    "https://x.no/\\<id>",
    "<!-- https://x.no -->",
]
BRACES = [
    ("a_{i=0} b", "a_\\{i=0\\} b"),
    ("\\sum_{i=0}^{n} x", "\\sum_\\{i=0\\}^{n} x"),
    ("Tekst {x=1} {.a} {#b}", "Tekst \\{x=1\\} \\{.a\\} \\{#b\\}"),
    ('x{a="*b*<c>"}', 'x\\{a="\\*b\\*\\<c\\>"\\}'),
    ("- a {x=1}\n- [b](c) {x=1}", "- a \\{x=1\\}\n- [b](c) \\{x=1\\}"),
]
NO_BRACES = [
    "*a*{.b} **a**{.b} ~~a~~{.b} H~2~{.b} `a`{.b} $x${.b} [a](b){.c} ![a](b){.c} [a]{.b}",
    "<ab:c>{.d}",
    "# A {#b}\n\n{.c}\nA\n\nB {.c}\n===\n\n::: {.d}\n:::",
    "a[^1]{.b}\n\n[^1]: c",
    "`{x=1}` \\{x=1} {a b} {x}",
]
COMMENTS = [
    ("[//]: # (se [her](#))", ""),
    ("[comment]: <> (a [b](c)\nd)\ne", "e"),
    ('a\n[//]: # "b [c]"\nd', "a\nd"),
    ("> a\n> [//]: # (b)\n> c", "> a\n> c"),
    ("# A\n\n[Comment]: # 'b [c]'\n\nd", "# A\n\n[Comment]: # 'b [c]'\n\nd"),
    ("[//]: # (a", "[//]: # (a"),
    ("`[//]: # (a [b])`", "`[//]: # (a [b])`"),
    ("[//]: # (a)\n[x]: <> (y)", "[//]: # (a)\n[x]: <> (y)"),
]
FORMULAS = [
    ("\\\\(x_1 * a * b\\\\)", "$x_1 * a * b$"),
    ("\\\\[ \\frac{a}{b} \\\\\\\\\n \\\\{x\\\\} \\\\]", "$$\\frac{a}{b} \\\\ \\{x\\}$$"),
    ("a $`x_1`$ b", "a $x_1$ b"),
    ("> ```math\n> x^2 % om x\n>\n> - y\n> ```", "> $$x^2 - y$$"),
    ("\\begin{equation}\nx \\label{eq:a}\n\\end{equation}", "[$$x$$]{#eq-a}"),
    ("\\begin{equation*} x (\\#eq:b) \\end{equation*}", "[$$x$$]{#eq-b}"),
    (
        "> \\begin{align}\n> a &= b \\nonumber \\\\\n> c\n> \\end{align}",
        "> $$\\begin{aligned}a &= b \\\\ c\\end{aligned}$$",
    ),
    ("\\begin{gather}\na\n\n- b\n\\end{gather}", "$$\\begin{gathered}a - b\\end{gathered}$$"),
    ("\\begin{equation} a", "\\begin{equation} a"),
    ("`\\begin{equation} a \\end{equation}`", "`\\begin{equation} a \\end{equation}`"),
    ("`\\\\(a\\\\)` \\\\(a\\\\)1", "`\\\\(a\\\\)` \\\\(a\\\\)1"),
    ("\\(x^2\\) \\(a\\) \\[b\\]", "\\(x^2\\) \\(a\\) \\[b\\]"),
    ("Prisen er $5 per dag, *$6* i mai.", "Prisen er $5 per dag, *$6* i mai."),
    ("US$5 og AU$7, $10-$20", "US$5 og AU$7, $10-$20"),
    ("Vekst $x_1$, 2$\\pi$", "Vekst $x_1$, 2$\\pi$"),
    ("Feltet $reporteeName$ settes", "Feltet \\$reporteeName\\$ settes"),
    ("$HOME/bin$ $first_name$ $user.name$", "\\$HOME/bin\\$ \\$first_name\\$ \\$user.name\\$"),
    (
        "$ABCD$ $sin$ $x_max$ $v_{snitt}$ $a/b$ $\\mathrm{navn}$",
        "$ABCD$ $sin$ $x_max$ $v_{snitt}$ $a/b$ $\\mathrm{navn}$",
    ),
]
MODULES = [
    ("import Tabs from '@theme/Tabs';\nimport 'a.css'\n\n# B", "\n\n# B"),
    ('import {\n  A,\n  B\n} from "b";\nC', "C"),
    ("export const a = () => {\n  b();\n};\n\nexport {a, b};", "\n\n"),
    ("import this and export that.", "import this and export that."),
    ("> import 'a'", "> import 'a'"),
    ("```\nimport 'a'\n```", "```\nimport 'a'\n```"),
]
REFERENCES = [
    (
        "(ref:a) Kart *her*.\n\n| a |\n|---|\n\nTable: (\\#tab:t) (ref:a)",
        "\n\n::: {.table #tbl-t}\n| a |\n|---|\n\nKart *her*.\n:::",
    ),
    ("(ref:a) Ord (ref:a)\n\n(ref:a)", "(ref:a) Ord (ref:a)\n\n(ref:a)"),
    ("(ref:a) Ord\n\n(ref:a) To", "\n\n"),
]
OPENINGS = [
    (
        "---\ntitle: A\nauthor: Kari\nsubtitle: B\n---\n# C {-}\nD",
        "# C {.unnumbered}\n\n::: {.subtitle}\nB\n:::\n\n::: {.byline}\nKari\n:::\n\n\nD",
    ),
    ("---\nauthor: Kari\n---\nA\n=\n\nB", "A\n=\n\n::: {.byline}\nKari\n:::\n\n\n\nB"),
    (
        "---\nauthor: Kari\n---\nimport 'a'\n\n## B\n\nC\n\n### D",
        "\n\n# B\n\n::: {.byline}\nKari\n:::\n\n\n\nC\n\n## D",
    ),
    ("---\ntitle: A\n---\n\nimport 'a'\n\n[//]: # (b [c](d))\n\n# A", "\n\n\n\n\n\n\n\n# A"),
]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        *(ADDRESSES + BRACES + COMMENTS + FORMULAS + MODULES + REFERENCES),
        *((written, written) for written in NO_ADDRESSES + NO_BRACES),
    ],
)
def test_words_are_what_they_stand_for(written: str, plain: str) -> None:
    """Each becomes a mark of the dialect, or text; what is neither stays as it is."""
    assert _read(written).text == plain


@pytest.mark.parametrize(("written", "plain"), OPENINGS)
def test_what_is_said_above_is_below_the_chapters_heading(written: str, plain: str) -> None:
    """Names and a subtitle are below a heading that the text has; lines of code are no text."""
    chapter = _read(written)
    assert chapter.text.lstrip("\n") == plain.lstrip("\n")
    assert not [mark for mark in chapter.marks if mark.rule == "words-are-kept"]


def test_a_name_below_the_heading_is_still_where_it_is_written() -> None:
    """A finding about it is at its own line."""
    chapter = _read("---\nauthor: Kari\n---\n\n# A\n\nB")
    line = chapter.text.split("\n").index("Kari") + 1
    assert chapter.at(line, 1).line == 2


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("https://x.no www.x.no a@b.no", [("read-as", "address", "https://x.no")]),
        ("a {x=1} {.b}", [("read-as", "braces", "{x=1}")]),
        ("[//]: # (a [b](c))", []),
        ("<!-- a --> Tekst. <!-- b -->", []),
        ("$5 og $6, $x$", []),
        ("$navnet$", [("formula-is-a-formula", "placeholder", "$navnet$")]),
        ("\\(x^2\\) \\(a\\)", [("formula-is-a-formula", "brackets", "x^2")]),
        ("\\\\(a\\\\)", [("read-as", "formula", "\\\\(")]),
        ("import 'a'", [("left-out", "module", "import 'a'")]),
        ("(ref:a) b", [("left-out", "text-reference", "(ref:a)")]),
        (
            "\\begin{align}a\\label{b}\\\\c\\label{d}\\end{align}",
            [("read-as", "formula", "\\begin{align}"), ("left-out", "label", "\\label{d}")],
        ),
    ],
)
def test_its_author_is_told(written: str, told: list[tuple[str, str, str]]) -> None:
    """Each is told by its rule, and an address that can be heard as it is by none."""
    assert [(mark.rule, mark.kind, mark.words) for mark in _read(written).marks] == told


PIECES = (
    *("https://x.no/a_(b)", "www.x.no", "a@b.no", "{x=1}", "{.a}", "{#b}", "a_{i=0}", '{x="*a*"}'),
    *("[//]: # (se [her](#))", "[comment]: <> (", "\n[//]: # ", "import 'a'", "export const a = {"),
    *(
        "$abcd$",
        "$x$",
        "$",
        "$$",
        "\\\\(",
        "\\\\)",
        "\\\\[",
        "\\\\]",
        "$`x`$",
        "```math\n",
        "```\n",
    ),
    *("\\begin{equation}", "\\end{equation}", "\\begin{align*}\n", "\n\\end{align*}", "\\label{a}"),
    *(
        "(ref:a) ",
        "(ref:a)",
        "(\\#eq:a)",
        "\\(",
        "x^2\\)",
        "\n\n",
        "\n",
        "\n> ",
        "\n- ",
        "ord ",
        "*",
    ),
    *(
        "**",
        "`",
        "[",
        "](b)",
        "]{.mark}",
        "==",
        "| a |\n|---|\n| ",
        " |",
        "# ",
        "<b>",
        "</b>",
        "\\",
    ),
    *(
        "[^1]",
        "\n[^1]: ",
        "&amp;",
        ").",
        "»",
        "<",
        ">",
        "\n    ",
        "---\nauthor: K\n---\n",
        "%",
        "~",
    ),
)


@pytest.mark.parametrize("seed", range(200))
def test_no_word_is_lost(seed: int) -> None:
    """Whatever is inside what, edits keep all words."""
    rng = random.Random(seed)
    pieces = (rng.choice(PIECES) + rng.choice(("", "", " ", "\n")) for _ in range(30))
    chapter = _read("".join(pieces))
    assert not [mark for mark in chapter.marks if mark.rule == "words-are-kept"]


@pytest.mark.parametrize(
    "written",
    [
        "https://a.no/" + "(b)" * 20_000,
        "https://a.no(" * 8_000 + "\\<",
        "a.b." * 20_000 + "@" + "c.d-" * 20_000,
        "a@b.no " * 8_000,
        "{x=" * 20_000,
        '{x="' * 20_000,
        "[//]: # (a\n" * 8_000,
        "import {\n" * 8_000,
        "export const a = {\n" * 5_000,
        "import " + " " * 100_000 + "x",
        "$abcd " * 10_000,
        "\\\\(" * 20_000,
        "\\(" * 20_000,
        "\\begin{equation}\n\n" * 6_000,
        "\\begin{equation}a\\end{equation}\n" * 4_000,
        "(ref:a) b\n\n" * 5_000,
        "<!-- a -->" * 3_000 + "b",
        "---\nauthor: K\n---\n" + "import 'a';\n" * 5_000 + "# T",
    ],
    ids=lambda written: written[:20],
)
def test_it_ends(written: str) -> None:
    """The time grows with the number of signs, not with its square, and no level is a call."""
    began = time.process_time()
    _read(written)
    assert time.process_time() - began < 10


def _read(written: str) -> Chapter:
    return let_in("a.md", written, Book())
