"""All readers of foreign marks, in the order they are asked."""

from bindery.manuscript.marks.abbreviations import ABBREVIATIONS
from bindery.manuscript.marks.attributions import ATTRIBUTIONS
from bindery.manuscript.marks.bare_addresses import ADDRESSES
from bindery.manuscript.marks.braces import BRACES_AS_TEXT
from bindery.manuscript.marks.callouts import CALLOUTS
from bindery.manuscript.marks.captions import READS_CAPTIONS, READS_FORMULAS
from bindery.manuscript.marks.chunks import CHUNKS, VALUES
from bindery.manuscript.marks.citations import CITATIONS
from bindery.manuscript.marks.code_fences import CODE
from bindery.manuscript.marks.cross_references import READS_REFERENCES
from bindery.manuscript.marks.drawn_tables import DRAWN_TABLES
from bindery.manuscript.marks.figure_marks import FIGURE_DIRECTIVES, FIGURE_SHORTCODES
from bindery.manuscript.marks.hidden_lines import COMMENT_LINES, HIDDEN_LINES
from bindery.manuscript.marks.highlights import HIGHLIGHTS
from bindery.manuscript.marks.html import HTML
from bindery.manuscript.marks.html_tables import HTML_TABLES
from bindery.manuscript.marks.image_figures import READS_PICTURES
from bindery.manuscript.marks.inline_notes import INLINE_NOTES
from bindery.manuscript.marks.kramdown import KRAMDOWN
from bindery.manuscript.marks.latex_index import LATEX_INDEX
from bindery.manuscript.marks.layout_divs import LAYOUT_DIVS
from bindery.manuscript.marks.lettered_lists import EXAMPLES_NAMED, LETTERED_LISTS
from bindery.manuscript.marks.line_blocks import LINE_BLOCKS
from bindery.manuscript.marks.link_comments import LINK_COMMENTS
from bindery.manuscript.marks.media_directives import MEDIA_DIRECTIVES
from bindery.manuscript.marks.modules import MODULES
from bindery.manuscript.marks.myst_terms import MYST_TERMS
from bindery.manuscript.marks.note_references import NOTE_REFERENCES
from bindery.manuscript.marks.order_commands import ORDER_COMMANDS
from bindery.manuscript.marks.other_directives import OTHER_DIRECTIVES, ROLES
from bindery.manuscript.marks.page_breaks import PAGE_BREAKS
from bindery.manuscript.marks.pipe_tables import PIPE_TABLES
from bindery.manuscript.marks.placeholders import PLACEHOLDERS
from bindery.manuscript.marks.raw_blocks import RAW_BLOCKS
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.marks.shortcodes import SHORTCODES
from bindery.manuscript.marks.table_directives import TABLE_DIRECTIVES
from bindery.manuscript.marks.targets import READS_TARGETS
from bindery.manuscript.marks.task_items import TASKS
from bindery.manuscript.marks.templates import TEMPLATES, TEMPLATES_OF_BLOCKS
from bindery.manuscript.marks.tex_formulas import TEX_FORMULAS
from bindery.manuscript.marks.text_references import TEXT_REFERENCES
from bindery.manuscript.marks.unnumbered import UNNUMBERED

BLOCKS: tuple[Reader, ...] = (
    LINK_COMMENTS,
    MODULES,
    RAW_BLOCKS,
    TEX_FORMULAS,
    TEXT_REFERENCES,
    READS_TARGETS,
    CALLOUTS,
    TABLE_DIRECTIVES,
    HTML_TABLES,
    PIPE_TABLES,
    DRAWN_TABLES,
    READS_CAPTIONS,
    CHUNKS,
    TEMPLATES_OF_BLOCKS,
    READS_PICTURES,
    CODE,
    FIGURE_DIRECTIVES,
    MEDIA_DIRECTIVES,
    FIGURE_SHORTCODES,
    LAYOUT_DIVS,
    OTHER_DIRECTIVES,
    KRAMDOWN,
    HIDDEN_LINES,
    COMMENT_LINES,
    PAGE_BREAKS,
    ORDER_COMMANDS,
    SHORTCODES,
    HTML,
    LETTERED_LISTS,
    LINE_BLOCKS,
    INLINE_NOTES,
)
"""They are asked again and again, as long as one of them finds a mark."""

WORDS: tuple[Reader, ...] = (
    READS_REFERENCES,
    CITATIONS,
    READS_FORMULAS,
    TEMPLATES,
    VALUES,
    ROLES,
    TASKS,
    NOTE_REFERENCES,
    EXAMPLES_NAMED,
    ATTRIBUTIONS,
    HIGHLIGHTS,
    ABBREVIATIONS,
    UNNUMBERED,
    LATEX_INDEX,
    MYST_TERMS,
    PLACEHOLDERS,
    ADDRESSES,
    BRACES_AS_TEXT,
)
"""They are asked once, after all blocks are plain."""
