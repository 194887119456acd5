"""HTML at the front door: each mark of it, what is told, and that it ends."""

import random
import time

import pytest

from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book
from bindery.manuscript.source.dialect import dialect
from bindery.vocabulary.publication import Chapter

TAUGHT = [
    ("H<sub>2</sub>O, <kbd>Ctrl</kbd>", "H[2]{.sub}O, [Ctrl]{.kbd}"),
    ("<sup>2</sup> <mark>a</mark> <u>b</u>", "[2]{.sup} [a]{.mark} [b]{.u}"),
    ("<b>a</b> <strong>b</strong> <i>c</i> <em>d</em> <s>e</s>", "**a** **b** *c* *d* ~~e~~"),
    ("<b>a*</b> x<i>(b)</i>y", "[a*]{.strong} x[(b)]{.em}y"),
    ("<code>a</code> <code>*b*</code>", "`a` *b*"),
    ("<q>a</q> <small>b</small>", '"a" b'),
    ('<abbr title="Ord A">OA</abbr>', '[OA]{abbr="Ord A"}'),
    ('<span lang="en">a</span> <span class="x">b</span>', "[a]{lang=en} b"),
    ('<a href="02.md#x">a</a> <a id="b"></a>c', "[a](02.md#x) []{#b}c"),
    ('<img src="a.png" alt="Et [kart]">', "![Et \\[kart\\]](a.png)"),
    ('a <img src="a.png" alt="">', "a ![](a.png){.decorative}"),
    ("| a |\n|---|\n| 1<br>2 |", "| a |\n|---|\n| 1[]{.br}2 |"),
    ("<u>a]</u> [b](c)", "[a\\]]{.u} [b](c)"),
    ("[<b>a</b>](b)", "[**a**](b)"),
    ("![<b>a</b> b](c.png)", "![a b](c.png)"),
    ("Box<T> og <navn>", "Box\\<T> og \\<navn>"),
    ("<b>åpen", "\\<b>åpen"),
    ("`<b>` \\<b> <https://x.no>", "`<b>` \\<b> <https://x.no>"),
    ("<h2 id=x>A #</h2>", "## A \\# {#x}"),
    ("<p>a *b*\n# c</p>", "a \\*b\\*\n\\# c"),
    ("<ul><li>a</li><li>b</li></ul>", "* a\n* b"),
    ("<ol start=3><li>a<li>b</ol>", "3) a\n4) b"),
    ("<dl><dt>a<dt>b<dd>c</dl>", "a[]{.next-term}b\n:   c"),
    ("<blockquote>a</blockquote>", "> a"),
    ("<blockquote>\n\n*a*\n\nb\n\n</blockquote>\n\nc", "> *a*\n>\n> b\n>\n\n\nc"),
    ("<pre><code class=language-js>a &lt; b\n  *c*</code></pre>", "```js\na < b\n  *c*\n```"),
    ("a\n\n<hr>", "a\n\n* * *"),
    ("<center>a</center>", "a"),
    ("<p>a<!-- b --></p>", "a"),
    (
        '<figure id="k"><img src="a.png" alt="b"><figcaption>C.</figcaption></figure>',
        "::: {.figure #k}\n\n![b](a.png)\n\nC.\n:::",
    ),
    (
        "<details><summary>S</summary>\n\n*x*\n\n</details>",
        "::: {.callout kind=details}\n\n::: callout-title\nS\n:::\n\n*x*\n\n:::",
    ),
    (
        '<iframe src="https://youtu.be/a" title="Film"></iframe>',
        '::: {.link-block kind=video href="https://youtu.be/a"}\nFilm\n:::',
    ),
    (
        '{{< video https://x.no/a.mp4 title="Film" >}}',
        '::: {.link-block kind=video href="https://x.no/a.mp4"}\nFilm\n:::',
    ),
    ("\\newpage", "::: page-break\n:::"),
    ("\\mainmatter\n\\appendix{}\n\na \\appendix", "\n\na \\appendix"),
    ("\\printindex[a] \\maketitles", "\\printindex[a] \\maketitles"),
    ('<div style="page-break-after: always"></div>', "::: page-break\n:::"),
    ("> ```{=html}\n> <p>a\n>\n> b</p>\n> ```", "> \n> a\n> b"),
    ("a `x`{=latex} b", "a  b"),
    ("a <script>b()</script> c", "a  c"),
    ("<table><tr><td><b>x</b></table>", "<table><tr><td><b>x</b></table>"),
]


@pytest.mark.parametrize(("written", "plain"), TAUGHT)
def test_html_is_the_mark_it_stands_for(written: str, plain: str) -> None:
    """Each element becomes a mark of the dialect; what is none stays text."""
    assert _read(written).text == plain


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("H<sub>2</sub>O, <kbd>Ctrl</kbd>", [("read-as", "html-mark")] * 2),
        ("Box<T> og <navn>", []),
        ("<b>åpen", [("html-is-whole", "")]),
        ("</div>", [("html-is-whole", "")]),
        ("<!-- a --> Tekst. <!-- b -->", []),
        ("<div class=x>a</div>", [("left-out", "html-box")]),
        ("a <button>b</button>", [("html-is-known", "tag")]),
        ("<Tabs a='b'>c</Tabs>", [("html-is-known", "tag")]),
        ("<video src=a.mp4></video>", [("read-as", "html-media"), ("html-is-known", "untitled")]),
        ("a <script>b()</script>", [("script-is-left-out", "")]),
        ("```{=latex}\nx\n```", [("raw-block-is-read", "")]),
    ],
)
def test_its_author_is_told(written: str, told: list[tuple[str, str]]) -> None:
    """Each kind of mark is told by its rule, and nothing else is."""
    assert [(mark.rule, mark.kind) for mark in _read(written).marks] == told


PIECES = (
    *("<b>", "</b>", "<kbd>", "</kbd>", "<div>", "</div>", "<p>", "</p>", "<ul>", "<li>", "</li>"),
    *("</ul>", "<ol>", "</ol>", "<dl>", "<dt>", "<dd>", "</dl>", "<blockquote>", "</blockquote>"),
    *("<details>", "<summary>", "</summary>", "</details>", "<br>", "<hr>", "<img src=a alt=b_c>"),
    *("<a href=x>", "</a>", "<pre>", "</pre>", "<code>", "</code>", "<script>", "</script>"),
    *("<video src=a>", "</video>", "<h2>", "</h2>", "<figure>", "</figure>", "<T>", "</foo>"),
    *(
        "<!-- c -->",
        "<X a='b'/>",
        "ord",
        "*em*",
        "[a",
        "b]",
        "`c`",
        "> ",
        "- ",
        "1. ",
        "\n",
        "\n\n",
    ),
    *("\n    ", "| a |\n|---|\n| <b>x</b> |", "::: x\n", ":::\n", "&lt;", "# ", "\\", "!", "a_b"),
    *("\t", "```\n", "$x$", "<q>", "</q>", "[^1]", "\n[^1]: "),
)


@pytest.mark.parametrize("seed", range(200))
def test_no_word_is_lost_and_no_tag_is_left(seed: int) -> None:
    """Whatever is inside what, edits keep all words, and both readers find no HTML after them."""
    rng = random.Random(seed)
    pieces = (rng.choice(PIECES) + rng.choice(("", "", " ", "\n")) for _ in range(30))
    chapter = _read("".join(pieces))
    assert not [mark for mark in chapter.marks if mark.rule == "words-are-kept"]
    for token in dialect().parse(chapter.text):
        for one in (token, *(token.children or ())):
            is_html = one.type in ("html_block", "html_inline")
            assert not is_html or one.content.lstrip().startswith("<!--")


@pytest.mark.parametrize(
    "written",
    [
        "<div>" * 10_000 + "</div>" * 10_000,
        "<blockquote>" * 5_000 + "a" + "</blockquote>" * 5_000,
        "<b>" * 20_000,
        "<div>" + "<b><li>" * 5_000,
        "<div>" + "<!-- <script>" * 5_000,
        "<T>\n\n" * 3_000,
        "<details>\n\n" * 1_000 + "</details>\n\n" * 1_000,
        "<kbd>" + "[" * 5_000 + "</kbd>" + "]" * 5_000,
    ],
    ids=lambda written: written[:20],
)
def test_it_ends(written: str) -> None:
    """The time grows with the number of tags, not with its square, and no level is a call."""
    began = time.process_time()
    _read(written)
    assert time.process_time() - began < 30


def _read(written: str) -> Chapter:
    return let_in("a.md", written, Book())
