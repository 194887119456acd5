"""Marks of other dialects, of LaTeX and of templates that the front door leaves as they are."""

import re
from dataclasses import dataclass
from typing import Literal

from bindery.prose.readings import NOT_READ
from bindery.vocabulary.text import Text

_BOX = Text(
    nb="Skriv > [!NOTE] på linjen over teksten, og > foran hver linje av den.",
    en="Write > [!NOTE] on the line above the text, and > before each line of it.",
)
_BLOCK = Text(
    nb="Skriv ::: og navnet på en linje for seg, teksten under, og ::: på en linje etter den.",
    en="Write ::: and the name on a line of its own, the text below, and ::: on a line after it.",
)
_TASK = Text(
    nb="Skriv - [x] foran det som er gjort, og - [ ] foran det som ikke er det.",
    en="Write - [x] before what is done, and - [ ] before what is not.",
)
_CITATION = Text(
    nb="Skriv [@navn] hvis det er en kilde. Navnene står i filen under [citations].",
    en="Write [@name] if it is a source. The names are in the file below [citations].",
)
_REFERENCE = Text(
    nb="Skriv @fig-navn, @tbl-navn, @sec-navn eller @eq-navn, som i {#fig-navn} ved figuren.",
    en="Write @fig-name, @tbl-name, @sec-name or @eq-name, as in {#fig-name} at the figure.",
)
_NAME = Text(
    nb="Gi overskriften navnet: ## Overskrift {#sec-navn}. Andre steder: []{#navn}.",
    en="Give the heading the name: ## Heading {#sec-name}. Elsewhere: []{#name}.",
)
_LINK = Text(
    nb="Skriv en lenke med adresse: [ordene](02-kapittel.md) eller [ordene](https://…).",
    en="Write a link with an address: [the words](02-chapter.md) or [the words](https://…).",
)
_ADDRESS = Text(
    nb="Skriv < og > rundt en adresse med mellomrom: [ordene](<mitt kapittel.md>).",
    en="Write < and > around an address with spaces: [the words](<my chapter.md>).",
)
_IMAGE = Text(
    nb="Skriv bildet slik: ![Hva det viser](../figures/bilde.png).",
    en="Write the image like this: ![What it shows](../figures/image.png).",
)
_STRONG = Text(
    nb="Skriv **halvfet**, *kursiv* eller ~~strøket~~, uten mellomrom innenfor tegnene.",
    en="Write **strong**, *emphasis* or ~~struck out~~, with no space inside the signs.",
)
_MARKED = Text(
    nb="Skriv ==ordene== på én linje hvis de skal merkes.",
    en="Write ==the words== on one line to mark them.",
)
_CHANGE = Text(
    nb="Godta eller forkast endringen, og slett tegnene rundt den.",
    en="Accept or reject the change, and delete the signs around it.",
)
_WORDS = Text(
    nb="Skriv det som skal stå her. Hvis det er kode, skriv den mellom ` og `.",
    en="Write what should be here. If it is code, write it between ` and `.",
)
_COMMENT = Text(
    nb="Skriv en kommentar slik: <!-- teksten -->.", en="Write a comment like this: <!-- text -->."
)
_PAGE = Text(
    nb="Skriv \\newpage i et avsnitt for seg.", en="Write \\newpage in a paragraph of its own."
)
_NOTE = Text(
    nb="Skriv noten slik: ^[teksten i den].", en="Write the note like this: ^[what it says]."
)
_FORMULA = Text(
    nb="Skriv formelen slik: $x^2$, eller med $$ på linjen over og under den.",
    en="Write the formula like this: $x^2$, or with $$ on the line above and below it.",
)
_LATEX = Text(
    nb="LaTeX virker bare i formler. Skriv **halvfet**, [@kilde], @fig-navn eller ^[note].",
    en="LaTeX works in formulas only. Write **strong**, [@source], @fig-name or ^[note].",
)
_ATTRIBUTES = Text(
    nb="Skriv {#navn .klasse nøkkel=verdi} uten mellomrom etter det som det gjelder.",
    en="Write {#name .class key=value} with no space after what it applies to.",
)
_HEADING = Text(
    nb="Skriv mellomrom etter #, og høyst seks #.", en="Write a space after #, and at most six #."
)
_CAPTION = Text(
    nb="Skriv : og tabellteksten rett under tabellen, eller rett over den.",
    en="Write : and the caption right below the table, or right above it.",
)
_DEFINITION = Text(
    nb="Skriv ordet på en linje, og : og forklaringen på linjen under.",
    en="Write the word on a line, and : and the explanation on the line below.",
)
_LINES = Text(nb="Skriv mellomrom etter |.", en="Write a space after |.")
_EXAMPLE = Text(
    nb="Skriv (@navn) og eksemplet på en linje for seg.",
    en="Write (@name) and the example on a line of its own.",
)
_EMOJI = Text(
    nb="Skriv selve tegnet, for eksempel 🙂, eller skriv ord.",
    en="Write the character itself, such as 🙂, or words.",
)
_INCLUDE = Text(
    nb='Skriv --8<-- "fil.md" på en linje for seg.',
    en='Write --8<-- "file.md" on a line of its own.',
)
TABLE = Text(
    nb="Skriv tabellen med | mellom cellene og en linje |---|---| under den første raden.",
    en="Write the table with | between cells and a line |---|---| below the first row.",
)
CODE = Text(
    nb="Skriv innholdet med tegnene i dialekten. Hvis det er kode, skriv ```python over det.",
    en="Write the content with the dialect's own marks. If it is code, write ```python above it.",
)

_COMMANDS = (
    "newline|linebreak|begin|end|textbf|textit|emph|underline|cite[a-z]*|ref|autoref|eqref|pageref|"
    "label|footnote|includegraphics|chapter|section|subsection|paragraph|tableofcontents|toc|LaTeX|"
    "TeX|vspace|hspace|vfill|hfill|bigskip|medskip|smallskip|noindent|centering|input|include|item|"
    "hline|caption|index|printbibliography|bibliography|maketitle|appendix|frontmatter|mainmatter|"
    "backmatter|usepackage|today"
)
_BREAKS = "newpage|pagebreak|clearpage|cleardoublepage"
_LINE = r"(?:^|(?<=\s))"
_INSIDE = r"(?<=\s)"

_OF_QUARTO = (
    "fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|alg|rem|sol|nte|tip|wrn|imp|cau|app|ch"
)

Backslash = Literal["means text", "may be there"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, as it is in the text that readers get, and what to write instead of it.

    It ``is_sure`` if it can be nothing else; otherwise it may be words. One that ``begins_line`` is
    a mark only there. A ``backslash`` in it means that it is text, or may be there.
    """

    pattern: re.Pattern[str]
    hint: Text
    is_sure: bool = False
    in_items_only: bool = False
    backslash: Backslash = "means text"

    @property
    def begins_line(self) -> bool:
        """Whether it is a mark only where a line of the author's begins."""
        return self.pattern.pattern.startswith(_LINE)

    @property
    def is_inside_a_line(self) -> bool:
        """Whether it is a mark only where words are before it on its line."""
        return self.pattern.pattern.startswith(_INSIDE)


def _sure(pattern: str, hint: Text, *, backslash: Backslash = "means text") -> Mark:
    return Mark(re.compile(pattern), hint, is_sure=True, backslash=backslash)


def _likely(
    pattern: str,
    hint: Text,
    *,
    in_items_only: bool = False,
    backslash: Backslash = "means text",
) -> Mark:
    return Mark(re.compile(pattern), hint, in_items_only=in_items_only, backslash=backslash)


MARKS = (
    _sure(r"\\begin\{(?P<of>\w{1,30}\*?)\}.{1,2000}?\\end\{(?P=of)\}", _LATEX),
    _sure(_LINE + r"\[![ \t]?[A-Za-z-]{2,30}(?:\][+-]?|$)", _BOX),
    _sure(_LINE + r"(?:!!!|\?\?\?\+?)[ \t]?[a-z][\w-]*", _BOX),
    _sure(_LINE + r"===[!+]?[ \t]+[\"“«][^\n]{0,200}", _BOX),
    _sure(_LINE + r"\.\.[ \t][\w-]+::", _BOX),
    _sure(_INSIDE + r":{3,}(?![\w:])", _BLOCK),
    _sure(_LINE + r":{3,}\w[\w-]*", _BLOCK),
    _sure(_LINE + r"::[a-z][\w-]*(?=[\[{]|$)", _WORDS),
    _sure(r"(?<![\w:]):[a-z][a-z-]*(?=\[[^\[\]]{1,200}\])", _WORDS),
    _sure(r"\{(?:\+\+|--|~~|>>)[^{}]{1,200}(?:\+\+|--|~~|<<)\}", _CHANGE),
    _sure(r"\{\{[^{}\n]{0,200}(?:\}\}?)?|\{%[^{}\n]{0,200}(?:%\})?|[^{}\s]{0,20}\}\}|%\}", _WORDS),
    _sure(r"<%[^<>\n]{1,200}%>", _WORDS),
    _sure(r"(?<![\w`])@ref\([^()\n]{0,80}\)", _REFERENCE, backslash="may be there"),
    _sure(r"\(#(?:fig|tab|tbl|eq|sec|thm)?:[\w-]{1,80}\)", _REFERENCE, backslash="may be there"),
    _sure(rf"\{{[ \t]*[a-z]+(?:[:-][a-z]+)*[ \t]*\}}(?={NOT_READ})", _REFERENCE),
    _sure(rf"(?<![\w:]):[a-z]+(?::[a-z]+)?:(?={NOT_READ})", _REFERENCE),
    _sure(rf"(?<={NOT_READ})\{{=\w+\}}", _WORDS),
    _sure(_LINE + r"\([A-Za-z][\w.:-]{0,80}\)=(?=\s|$)", _NAME),
    _sure(r"\^\[(?=[^\s\]])[^\[\]]{0,80}", _NOTE),
    _sure(
        rf"(?<![\w:\\/])\\(?!(?:{_BREAKS})\b)[A-Za-z]+\*?(?:\[[^\[\]\n]{{0,80}}\])?\{{[^{{}}\n]{{0,80}}\}}?",
        _LATEX,
    ),
    _sure(r"\\\([^\n]{1,200}?\\\)|\\\[[^\n]{1,200}?\\\]", _FORMULA, backslash="may be there"),
    _sure(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,300}\)?", _ADDRESS),
    _sure(_LINE + r"-{2,}8<-{2,}[^\n]{0,80}", _INCLUDE),
    _likely(r"^\[[ xX]\](?=\s|$|[^\W\d_])", _TASK, in_items_only=True),
    _likely(r"^\[[-/>?!~]\](?=\s)", _TASK, in_items_only=True),
    _likely(r"^\[[xX]\](?=[ \t]\w)", _TASK),
    _likely(r"!\[\[[^\[\]\n]{1,200}\]\]", _IMAGE),
    _likely(r"(?<!\w)\[\[[^\[\]\n]{1,200}\]\]", _LINK),
    _likely(r"(?<![\w(])\(\([^()\n]{1,200}\)\)", _LINK),
    _likely(r"(?<!\w)\[(?=[^\[\]]{0,200}[^\W\d_]{2})[^\[\]]{1,200}\]\[[^\[\]]{0,200}\]", _LINK),
    _likely(
        r"\[[^\[\]]{1,200}\]\s\((?:https?://|mailto:|\.\./|[\w/-]{1,80}\.md)[^()]{0,200}\)", _LINK
    ),
    _likely(r"(?<!!)\[[^\[\]]{1,200}\]\([^()\s]{1,100}[ ][^()]{0,200}\.\w{2,4}\)", _ADDRESS),
    _likely(r"\[(?:[^\W\d]\w{0,30}\.?\s){0,2}-?@[^\W\d][^\[\]]{0,200}\]", _CITATION),
    _likely(rf"(?<![\w.@/-])@(?i:{_OF_QUARTO})[-:][\w-]{{1,80}}", _REFERENCE),
    _likely(r"(?<![\w.@/-])@[^\W\d]\w{0,60}?(?:19|20)\d\d[a-z]?\b", _CITATION),
    _likely(r"\(ref:[\w-]{1,80}\)", _REFERENCE),
    _likely(
        rf"(?<!\S)\{{(?:ref|numref|eq|doc|cite|term|sub|sup|kbd)\}}[ \t](?={NOT_READ})", _REFERENCE
    ),
    _likely(r"^\{[a-z-]+\}$", _WORDS),
    _likely(r"(?<![=\w])==(?=[^=])[^=]{1,300}==(?![=\w])", _MARKED),
    _likely(r"(?<![=\w<>!])=(?=[^\W\d_])[^=\n]{0,80}[^\W_]=(?![=\w>])", _MARKED),
    _likely(r"(?<![+\w])\+\+(?=[^\s+])[^+]{0,200}(?<=\S)\+\+(?![+\w])", _STRONG),
    _likely(r"(?<![\^\w])\^\^(?=[^\s^])[^\^]{0,200}(?<=\S)\^\^(?![\^\w])", _STRONG),
    _likely(r"(?<![*\w])\*\*[^*]{1,300}\*\*(?!\*)", _STRONG),
    _likely(r"(?<![~\w])~~[^~]{1,300}~~(?![~\w])|(?<![_\w])__ [^_]{1,300} __(?![_\w])", _STRONG),
    _likely(r"%%.{1,200}?%%", _COMMENT),
    _likely(rf"(?<![\w:\\/])\\(?:{_BREAKS})(?![A-Za-z\\/])(?:\[\d\]|\{{\}})?", _PAGE),
    _likely(rf"(?<![\w:\\/])\\(?:{_COMMANDS})(?![A-Za-z\\/])", _LATEX),
    _likely(
        r"\{:[^{}]{0,200}\}|\{[#.][\w-]+(?:\s[^{}]{0,200})?(?:\}|$)|(?<=\s)\{-\}$", _ATTRIBUTES
    ),
    _likely(_LINE + r"#{2,}(?:[^\W\d_]\S*|(?<=#######)\s)", _HEADING),
    _likely(r"^(?:[Tt]able|[Tt]abell)?:\s", _CAPTION),
    _likely(_LINE + r":[^\W\d_]\w*(?![\w:\[])", _DEFINITION),
    _likely(r"^\|(?=[^\s|])[^|\n]{1,200}$", _LINES),
    _likely(r"^\(@[\w-]{0,80}\)(?=\s|$)", _EXAMPLE),
)
"""In this order: where two overlap, the first is reported."""

EMOJI = re.compile(
    rf"(?<![\w:/.]):(?:[a-z][a-z0-9]*(?:[_/-][a-z0-9]+)*|[+-]1):(?![\w:/{NOT_READ}])"
)
"""A name between colons that other programs draw a picture for."""

EMOJI_HINT = _EMOJI
"""What to write instead."""

DIRECTIVE = re.compile(r"\{[\w:=-]+.*\}?|math")
"""What is written after the marks of a code block, where another program makes something of it."""

DASHES = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*")
"""The line of dashes below the headers of pandoc's simple tables: CommonMark draws a line."""
