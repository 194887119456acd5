"""The rules: properties of a manuscript that its readers depend on. One file each."""

from bindery.manuscript.source import Manuscript
from bindery.rules import (
    abbreviation_has_expansion,
    alt_text_says_what_is_shown,
    chapter_has_one_title,
    fenced_div_is_known,
    heading_has_text,
    headings_follow_in_order,
    ids_are_unique,
    image_has_alt_text,
    image_is_in_the_manuscript,
    image_is_local,
    image_is_there,
    language_is_known,
    link_is_safe,
    link_leads_somewhere,
    link_text_says_where,
    no_active_content,
    raw_html_is_not_rendered,
    table_has_caption,
    table_has_headers,
    table_is_whole,
)
from bindery.vocabulary.rule import Rule

RULES: tuple[Rule[Manuscript], ...] = (
    image_has_alt_text.RULE,
    alt_text_says_what_is_shown.RULE,
    image_is_local.RULE,
    image_is_in_the_manuscript.RULE,
    image_is_there.RULE,
    chapter_has_one_title.RULE,
    headings_follow_in_order.RULE,
    heading_has_text.RULE,
    link_text_says_where.RULE,
    link_is_safe.RULE,
    link_leads_somewhere.RULE,
    ids_are_unique.RULE,
    table_is_whole.RULE,
    table_has_headers.RULE,
    table_has_caption.RULE,
    language_is_known.RULE,
    abbreviation_has_expansion.RULE,
    fenced_div_is_known.RULE,
    raw_html_is_not_rendered.RULE,
    no_active_content.RULE,
)
