"""The rules: what must hold in a manuscript, one file each, in the order they are documented."""

from bindery.manuscript.source import Manuscript
from bindery.rules import (
    abbreviation_has_expansion,
    alt_text_begins_with_what_is_shown,
    alt_text_says_what_is_shown,
    attributes_are_known,
    chapter_has_one_title,
    characters_have_glyphs,
    fenced_div_is_known,
    fenced_div_is_whole,
    figure_has_one_image,
    heading_has_text,
    headings_follow_in_order,
    ids_are_unique,
    image_has_alt_text,
    image_is_in_the_manuscript,
    image_is_local,
    image_is_readable,
    image_is_there,
    language_is_known,
    link_block_is_whole,
    link_is_safe,
    link_leads_somewhere,
    link_text_says_where,
    no_active_content,
    no_control_characters,
    norwegian_is_nb_or_nn,
    raw_html_is_not_rendered,
    table_has_caption,
    table_has_headers,
    table_is_whole,
)
from bindery.vocabulary.rule import Rule

RULES: tuple[Rule[Manuscript], ...] = (
    # Images
    image_has_alt_text.RULE,
    alt_text_says_what_is_shown.RULE,
    alt_text_begins_with_what_is_shown.RULE,
    figure_has_one_image.RULE,
    image_is_there.RULE,
    image_is_in_the_manuscript.RULE,
    image_is_local.RULE,
    image_is_readable.RULE,
    # Headings
    chapter_has_one_title.RULE,
    headings_follow_in_order.RULE,
    heading_has_text.RULE,
    # Links
    link_text_says_where.RULE,
    link_leads_somewhere.RULE,
    link_is_safe.RULE,
    link_block_is_whole.RULE,
    ids_are_unique.RULE,
    # Tables
    table_has_headers.RULE,
    table_has_caption.RULE,
    table_is_whole.RULE,
    # Language and letters
    language_is_known.RULE,
    norwegian_is_nb_or_nn.RULE,
    abbreviation_has_expansion.RULE,
    characters_have_glyphs.RULE,
    no_control_characters.RULE,
    # The dialect
    fenced_div_is_known.RULE,
    fenced_div_is_whole.RULE,
    attributes_are_known.RULE,
    raw_html_is_not_rendered.RULE,
    no_active_content.RULE,
)
