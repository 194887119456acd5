"""Marks of other dialects of Markdown, and of LaTeX and templates, that pandoc leaves as text."""

import re
from dataclasses import dataclass

from bindery.prose.readings import NOT_READ
from bindery.vocabulary.text import Text

_BOX = Text(
    nb="Skriv > [!NOTE] på linjen over teksten, og > foran hver linje av den.",
    en="Write > [!NOTE] on the line above the text, and > before each line of it.",
)
_TASK = Text(
    nb="Avkryssing finnes ikke. Skriv «ferdig» eller «ikke ferdig» i punktet.",
    en="There are no check boxes. Write “done” or “not done” in the item.",
)
_CONTENTS = Text(
    nb="Slett det. Innholdslista lages av overskriftene.",
    en="Delete it. The table of contents is made from the headings.",
)
_NOTE = Text(
    nb="Skriv kilden i en note: [^navn] her, og [^navn]: Kilden på en egen linje.",
    en="Write the source in a note: [^name] here, and [^name]: The source on a line of its own.",
)
_REFERENCE = Text(
    nb="Skriv @fig-navn, og gi figuren navnet {#fig-navn}; på samme måte @tbl-, @sec- og @eq-.",
    en="Write @fig-name, and give the figure the name {#fig-name}; likewise @tbl-, @sec-, @eq-.",
)
_NAME = Text(
    nb="Gi overskriften navnet i stedet: ## Overskrift {#navnet}.",
    en="Give the heading the name instead: ## Heading {#name}.",
)
_LINK = Text(
    nb="Skriv en lenke med adresse: [ordene](02-kapittel.md) eller [ordene](https://…).",
    en="Write a link with an address: [the words](02-chapter.md) or [the words](https://…).",
)
_EMOJI = Text(
    nb="Skriv selve tegnet, for eksempel 🙂, eller skriv ord.",
    en="Write the character itself, such as 🙂, or words.",
)
_STRONG = Text(
    nb="Skriv **halvfet** eller *kursiv*, uten mellomrom innenfor stjernene.",
    en="Write **strong** or *emphasis*, with no space inside the stars.",
)
_WORDS = Text(
    nb="Skriv det som skal stå her. Hvis det er kode, skriv den mellom ` og `.",
    en="Write what should be here. If it is code, write it between ` and `.",
)
_COMMENT = Text(
    nb="Skriv en kommentar slik: <!-- teksten -->.", en="Write a comment like this: <!-- text -->."
)
_LATEX = Text(
    nb="LaTeX virker bare i formler. Slett det, eller bruk tegnene i dialekten.",
    en="LaTeX works only in formulas. Delete it, or use the dialect's own marks.",
)
_EXPANSION = Text(
    nb='Skriv forklaringen der forkortelsen står: [NHO]{abbr="…"}.',
    en='Write the expansion where the abbreviation is: [NHO]{abbr="…"}.',
)
_ATTRIBUTES = Text(
    nb="Skriv {#navn .klasse nøkkel=verdi} uten mellomrom etter det som det gjelder.",
    en="Write {#name .class key=value} with no space after what it applies to.",
)
_HEADING = Text(nb="Skriv mellomrom etter #.", en="Write a space after #.")
_CAPTION = Text(
    nb="Skriv tabellteksten rett under tabellen, eller rett over den.",
    en="Write the caption right below the table, or right above it.",
)
TABLE = Text(
    nb="Skriv tabellen med | mellom cellene og en linje |---|---| under den første raden.",
    en="Write the table with | between cells and a line |---|---| below the first row.",
)
FIGURE = Text(
    nb="Skriv bildet slik: ![Hva det viser](bilde.png), i en blokk ::: figure.",
    en="Write the image like this: ![What it shows](image.png), in a block ::: figure.",
)
CODE = Text(
    nb="Skriv innholdet med tegnene i dialekten. Hvis det er kode, skriv ```python over det.",
    en="Write the content with the dialect's own marks. If it is code, write ```python above it.",
)

_COMMANDS = (
    "newpage|pagebreak|clearpage|cleardoublepage|newline|linebreak|begin|end|textbf|textit|emph|"
    "underline|cite[a-z]*|ref|autoref|eqref|pageref|label|footnote|includegraphics|chapter|section|"
    "subsection|paragraph|tableofcontents|toc|LaTeX|TeX|vspace|hspace|vfill|hfill|bigskip|medskip|"
    "smallskip|noindent|centering|input|include|item|hline|caption|index|printbibliography|"
    "bibliography|maketitle|appendix|frontmatter|mainmatter|backmatter|usepackage"
)
_CROSS = "fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, as it is in the text that readers get, and what to write instead of it."""

    pattern: re.Pattern[str]
    hint: Text
    in_items_only: bool = False


MARKS = (
    Mark(re.compile(r"^\[![A-Za-z-]+\][+-]?"), _BOX),
    Mark(re.compile(r"^(?:!!!|\?\?\?\+?)\s+[\w-]+"), _BOX),
    Mark(re.compile(r"^===[!+]?\s+[\"“«].*"), _BOX),
    Mark(re.compile(r"^\.\.\s[\w-]+::"), _BOX),
    Mark(re.compile(r"^\[[ xX]\](?=\s|$)"), _TASK, in_items_only=True),
    Mark(re.compile(r"^\[(?i:toc)\]$|\[\[_?(?i:toc)_?\]\]|\{:\s?toc[^{}]*\}"), _CONTENTS),
    Mark(re.compile(r"!?(?<!\w)\[\[[^\[\]]+\]\]"), _LINK),
    Mark(re.compile(r"(?<!\w)\[[^\[\]]*[^\W\d_]{2}[^\[\]]*\]\[[^\[\]]*\]"), _LINK),
    Mark(re.compile(r"\[[^\[\]]+\]\s\((?:https?://|mailto:|\.\./|[\w/-]+\.md)[^()]*\)"), _LINK),
    Mark(re.compile(r"\[(?:[^\W\d]\w*\.?\s){0,2}-?@[^\W\d][^\[\]]*\]"), _NOTE),
    Mark(re.compile(rf"(?<![\w.@/-])@(?:{_CROSS})[-:][\w-]+"), _REFERENCE),
    Mark(re.compile(r"(?<!\w)@ref\([^()]*\)|\((?:#|\\#)\w+:[\w-]+\)"), _REFERENCE),
    Mark(re.compile(r"(?<![\w.@/-])@[^\W\d]\w*(?:19|20)\d\d[a-z]?\b"), _NOTE),
    Mark(re.compile(rf"\{{[a-z]+(?:[:-][a-z]+)*\}}(?={NOT_READ})"), _REFERENCE),
    Mark(re.compile(rf"(?<![\w:]):[a-z]+(?::[a-z]+)?:(?={NOT_READ})"), _REFERENCE),
    Mark(re.compile(rf"(?<={NOT_READ})\{{=\w+\}}"), _WORDS),
    Mark(re.compile(r"^\([\w.:-]+\)=(?=\s|$)"), _NAME),
    Mark(re.compile(r"(?<![\w:/.]):(?:[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*|[+-]1):(?![\w:/])"), _EMOJI),
    Mark(re.compile(r"\{\{.{1,200}?\}\}|\{%.{1,200}?%\}"), _WORDS),
    Mark(re.compile(r"^\{[a-z-]+\}$"), _WORDS),
    Mark(re.compile(r"(?<![=\w])==(?=[^\s=])[^=]*[^\s=]==(?![=\w])"), _STRONG),
    Mark(re.compile(r"(?<![+\w])\+\+(?=[^\s+])[^+]*[^\s+]\+\+(?![+\w])"), _STRONG),
    Mark(re.compile(r"(?<![*\w])\*\*[^*]+\*\*(?!\*)"), _STRONG),
    Mark(re.compile(r"%%.{1,200}?%%"), _COMMENT),
    Mark(re.compile(rf"(?<![\w:\\/])\\(?:{_COMMANDS})(?![A-Za-z])(?:\{{[^{{}}]*\}})?"), _LATEX),
    Mark(re.compile(r"(?:(?<=\s)|^)\*\[[^\[\]]+\]:"), _EXPANSION),
    Mark(re.compile(r"\{:[^{}]*\}|\{[#.][\w-]+(?:\s[^{}]*)?\}|(?<=\s)\{-\}$"), _ATTRIBUTES),
    Mark(re.compile(r"^#{2,6}[^\W\d_]\S*"), _HEADING),
    Mark(re.compile(r"^(?:Table|Tabell)?:\s"), _CAPTION),
)
"""In this order: where two overlap, the first is reported."""

DIRECTIVES = (
    (re.compile(r"\{(?:figure|image|figure-md|subfigure)\}"), FIGURE),
    (re.compile(r"\{(?:table|list-table|csv-table)\}"), TABLE),
    (re.compile(r"\{(?:note|tip|warning|caution|important|hint|admonition|seealso)\}"), _BOX),
    (re.compile(r"\{[\w:=-]+.*\}?|math"), CODE),
)
"""What is written after the marks of a code block, where another program makes something of it."""

DASHES = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*")
"""The line of dashes below the headers of pandoc's simple tables: CommonMark draws a line."""

GRID = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*")
"""A line of a grid table."""
