"""What authors write for references, captions and figures, and the plain dialect it becomes."""

import time

import pytest

from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book
from bindery.vocabulary.publication import WrittenFor


def plain(written: str, written_for: WrittenFor = "commonmark") -> str:
    """What ``written`` becomes."""
    chapter = let_in("kapittel.md", written, Book(written_for=written_for))
    assert not any(mark.rule == "words-are-kept" for mark in chapter.marks)
    return chapter.text


REFERENCES = {
    "Se @fig-a.": 'Se [](#fig-a){.ref written="@fig-a"}.',
    "@Tbl-a viser": '[](#tbl-a){.ref form=capital written="@Tbl-a"} viser',
    "[-@fig-a]": '[](#fig-a){.ref form=number written="&#91;-@fig-a&#93;"}',
    "[Kart *A* @fig-a]": (
        '[Kart *A*](#fig-a){.ref form=number written="&#91;Kart &#42;A&#42; @fig-a&#93;"}'
    ),
    "[@fig-a; @fig-b]": (
        '[](#fig-a){.ref written="&#91;@fig-a; @fig-b&#93;"}[](#fig-b){.ref form=more}'
    ),
    "@fig:a": '[](#fig-a){.ref written="@fig:a"}',
    r"\@ref(tab:a)": '[](#tbl-a){.ref form=number written="&#92;@ref(tab:a)"}',
    r"Se \ref{fig:a}": r'Se [](#fig-a){.ref form=number written="&#92;ref&#123;fig:a&#125;"}',
    r"\eqref{eq:a}": r'[](#eq-a){.ref form=number written="&#92;eqref&#123;eq:a&#125;"}',
    "{numref}`fig-a`": '[](#fig-a){.ref written="&#123;numref&#125;&#96;fig-a&#96;"}',
    "{ref}`ordene <x>`": "[ordene](#x)",
    "{doc}`02-funn`": '[](02-funn.md){.ref written="&#123;doc&#125;&#96;02-funn&#96;"}',
}
AS_THEY_ARE = (
    "@kommune på nett, a@b, a@fig-x",
    r"\@fig-a",
    "`@fig-a` og `{ref}`",
    "[@hansen2020; @fig-a]",
    "[se @fig-a](b.md)",
    "![Som i @fig-a](a.svg)",
    "$@fig-a$",
    "<https://a.no/@fig-a>",
)


@pytest.mark.parametrize(("written", "becomes"), REFERENCES.items())
def test_a_reference_becomes_a_carrier(written: str, becomes: str) -> None:
    """Each spelling is read, and what was written is kept beside it."""
    assert plain(f"{written}\n") == f"{becomes}\n"


@pytest.mark.parametrize("written", [text for text in AS_THEY_ARE if "hansen" not in text])
def test_what_is_no_reference_stays(written: str) -> None:
    """Accounts, addresses, code, escapes, and words of links and alternatives are left alone."""
    assert plain(f"{written}\n") == f"{written}\n"


TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"
IN_A_BLOCK = f"::: {{.table #tbl-k .row-headers}}\n{TABLE}\n\nByer.\n:::\n"
CAPTIONS = {
    "below": f"{TABLE}\n\n: Byer. {{#tbl-k .row-headers}}\n",
    "right below": f"{TABLE}\n: Byer. {{#tbl-k .row-headers}}\n",
    "with a word": f"{TABLE}\n\nTabell: Byer. {{#tbl-k .row-headers}}\n",
}


@pytest.mark.parametrize("written", CAPTIONS.values(), ids=CAPTIONS)
def test_a_caption_below_a_table_is_put_into_its_block(written: str) -> None:
    """Its name and classes are the block's."""
    assert plain(written) == IN_A_BLOCK


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("before", ["", "Avsnitt.\n\n"])
def test_a_caption_above_a_table_is_put_into_its_block(between: str, before: str) -> None:
    """Also below a paragraph, where its colon would make it a definition."""
    made = plain(f"{before}: Byer. {{#tbl-k}}{between}{TABLE}\n")
    assert made == f"{before}::: {{.table #tbl-k}}\nByer.\n\n{TABLE}\n:::\n"


def test_captions_of_two_tables_are_each_their_own() -> None:
    """The one between them is that of the first if it has no other."""
    made = plain(f"{TABLE}\n\n: Under. {{#tbl-a}}\n\n: Over. {{#tbl-b}}\n\n{TABLE}\n")
    first = f"::: {{.table #tbl-a}}\n{TABLE}\n\nUnder.\n:::\n"
    assert made == f"{first}\n::: {{.table #tbl-b}}\nOver.\n\n{TABLE}\n:::\n"


def test_a_colon_beside_no_table_is_text() -> None:
    """Only beside a table is it a caption."""
    written = "Avsnitt.\n\n: Forklaring\n\nTable: ingen tabell\n"
    assert plain(written) == written


def test_a_caption_in_a_list_and_a_quotation_keeps_their_marks() -> None:
    """Every made line has the quotation's mark, or the item's spaces."""
    quoted = "\n".join(f"> {line}" for line in (*TABLE.split("\n"), "", ": Byer."))
    assert plain(f"{quoted}\n").split("\n")[-3:-1] == ["> Byer.", "> :::"]
    inside = "\n".join(f"  {line}" for line in (*TABLE.split("\n"), "", ": Byer."))
    assert plain(f"- x\n\n{inside}\n").split("\n")[-3:-1] == ["  Byer.", "  :::"]


def test_a_formula_gets_its_name() -> None:
    """The name stands after it, on its line or the next, or in it as TeX has it."""
    assert plain("$$ a $$ {#eq-v}\n") == "[$$ a $$]{#eq-v}\n"
    assert plain("$$\na\n$$\n{#eq-v}\n") == "[$$\na\n$$]{#eq-v}\n"
    assert plain("$$a \\label{eq:v}$$\n") == "[$$a$$]{#eq-v}\n"
    assert plain("$$a$$ (v)\n", "myst") == "[$$a$$]{#v}\n"
    assert plain("$$a$$ (v)\n") == "$$a$$ (v)\n"


FIGURE = "::: {.figure #fig-k}\n![Norge](k.svg)\n\nKart.\n:::\n"


def test_row_28_an_image_with_a_name_is_a_figure() -> None:
    """What is in its brackets is the caption, and its alternative is what it says that it is."""
    assert plain('![Kart.](k.svg){#fig-k fig-alt="Norge"}\n') == FIGURE


def test_row_29_brackets_are_what_the_tool_says() -> None:
    """They are the alternative, or for pandoc and its kin the caption."""
    assert plain("![Kart](k.svg)\n") == "![Kart](k.svg)\n"
    made = "::: {.figure}\n![](k.svg)\n\nKart\n:::\n"
    assert plain("![Kart](k.svg)\n", "quarto") == made
    assert plain("Se ![Kart](k.svg) her\n", "quarto") == "Se ![Kart](k.svg) her\n"


def test_a_caption_of_its_own_leaves_the_brackets_alone() -> None:
    """A title, or ``fig-cap``, is the caption; the brackets are the alternative."""
    made = "::: {.figure}\n![Norge](k.svg)\n\nKart *x*\n:::\n"
    assert plain('![Norge](k.svg){fig-cap="Kart *x*"}\n') == made
    assert plain('![Norge](k.svg "Kart *x*")\n') == made


def test_images_of_one_figure_are_figures_in_it() -> None:
    """Each with a name or a caption of its own; what sets them side by side is left out."""
    made = plain(
        "::: {#fig-x layout-ncol=2}\n![A](a.svg){#fig-a}\n\n![](b.svg){fig-alt=b}\n\nAlt.\n:::\n"
    )
    inner = "::: {.figure #fig-a}\n![](a.svg)\n\nA\n:::\n"
    assert made == f"::: {{.figure #fig-x}}\n{inner}\n![b](b.svg)\n\nAlt.\n:::\n"


def test_names_are_written_as_ids_can_be() -> None:
    """A colon is no part of a name in XML, and a name above a block stands in braces."""
    assert plain("# A {#sec:a}\n") == "# A {#sec-a}\n"
    assert plain("(x)=\n# A\n") == "{#x}\n# A\n"
    assert plain("(x)=\n\n# A\n") == "\n{#x}\n# A\n"
    assert plain("# A \\label{sec:a}\n") == "# A {#sec-a}\n"


def test_code_gets_its_caption() -> None:
    """It stands above the code, in a block with its name."""
    made = plain('```{.python #lst-x lst-cap="Hei *du*"}\nx\n```\n')
    assert made == "::: {.listing #lst-x}\nHei *du*\n\n```python\nx\n```\n:::\n"


def test_it_reads_in_linear_time() -> None:
    """Ten times as much takes about ten times as long."""
    table = f"{TABLE}\n\n: Byer @fig-a.\n\n"
    some = "Se @fig-a og [@fig-b; @fig-c] i [a](b.md). $$x$$ {#eq-v}\n\n" + table
    begun = time.process_time()
    plain(some * 30)
    short = time.process_time() - begun
    begun = time.process_time()
    plain(some * 300)
    assert time.process_time() - begun < 30 * max(short, 0.05)
