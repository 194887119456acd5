"""The rules on finished editions: what no outside checker checks, one file each."""

from collections.abc import Mapping
from typing import Any

from bindery.finished.documents import Finished, FinishedPage
from bindery.finished.epub import FinishedEpub
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.rules.editions import (
    ebraille_flows,
    ebraille_has_no_scripts,
    ebraille_is_a_container,
    ebraille_is_plain_epub,
    ebraille_language_has_its_script,
    ebraille_leaves_looks_to_the_display,
    ebraille_lists_are_for_displays,
    ebraille_navigation_is_in_the_root,
    ebraille_package_is_in_the_root,
    ebraille_says_how_many_dots,
    ebraille_says_what_it_is,
    ebraille_says_when_it_was_copyrighted,
    ebraille_says_where_it_is_from,
    ebraille_says_whether_all_is_there,
    ebraille_says_whether_pictures_are_tactile,
    ebraille_says_which_code,
    ebraille_says_who_made_it,
    ebraille_text_is_cells,
    edition_alternatives_say_what_is_shown,
    edition_document_is_called_by_its_heading,
    edition_fetches_nothing,
    edition_focus_follows_the_text,
    edition_headings_are_in_order,
    edition_images_are_described,
    edition_justified_text_is_hyphenated,
    edition_languages_are_known,
    edition_links_say_where,
    edition_notes_lead_both_ways,
    edition_page_can_be_enlarged,
    edition_references_lead_somewhere,
    edition_regions_can_be_scrolled,
    edition_styles_are_in_sheets,
    edition_tables_have_headers,
    edition_text_has_contrast,
    edition_text_yields_to_its_reader,
    edition_words_are_whole,
    epub_claims_are_made,
    epub_claims_are_true,
    epub_conformance_has_a_certifier,
    epub_contents_lists_every_heading,
    epub_is_read_in_one_order,
    epub_landmarks_lead_to_what_they_say,
    epub_page_breaks_have_numbers,
    epub_page_list_has_every_page,
    epub_types_agree_with_roles,
    pdf_drawings_are_in_the_structure,
    pdf_has_no_comments,
    pdf_letters_are_large_enough,
    pdf_links_name_their_page,
    pdf_lists_say_their_marks,
    pdf_metadata_agree,
    pdf_pages_are_called_as_printed,
    pdf_parts_fit_together,
    pdf_references_agree_with_links,
    pdf_tab_order_is_the_texts,
    pdf_types_are_known,
    summary_data_agree_with_the_page,
    summary_downloads_are_as_told,
    summary_has_a_strict_policy,
    summary_has_landmarks,
)
from bindery.vocabulary.editions import (
    BRF_TYPE,
    EBRAILLE_TYPE,
    EPUB_TYPE,
    HTML_TYPE,
    PDF_TYPE,
    PEF_TYPE,
)
from bindery.vocabulary.rule import Rule

OF_TEXT: tuple[Rule[Finished], ...] = (
    edition_document_is_called_by_its_heading.RULE,
    edition_languages_are_known.RULE,
    edition_headings_are_in_order.RULE,
    edition_references_lead_somewhere.RULE,
    edition_links_say_where.RULE,
    edition_notes_lead_both_ways.RULE,
    edition_tables_have_headers.RULE,
    edition_images_are_described.RULE,
    edition_alternatives_say_what_is_shown.RULE,
    edition_words_are_whole.RULE,
    edition_text_has_contrast.RULE,
    edition_text_yields_to_its_reader.RULE,
    edition_justified_text_is_hyphenated.RULE,
    edition_fetches_nothing.RULE,
    edition_styles_are_in_sheets.RULE,
    edition_focus_follows_the_text.RULE,
    edition_regions_can_be_scrolled.RULE,
    edition_page_can_be_enlarged.RULE,
)
"""The rules on both the EPUB and the summary."""

OF_EPUB: tuple[Rule[FinishedEpub], ...] = (
    epub_contents_lists_every_heading.RULE,
    epub_landmarks_lead_to_what_they_say.RULE,
    epub_is_read_in_one_order.RULE,
    epub_page_breaks_have_numbers.RULE,
    epub_page_list_has_every_page.RULE,
    epub_types_agree_with_roles.RULE,
    epub_claims_are_true.RULE,
    epub_claims_are_made.RULE,
    epub_conformance_has_a_certifier.RULE,
)

OF_SUMMARY: tuple[Rule[FinishedPage], ...] = (
    summary_has_landmarks.RULE,
    summary_downloads_are_as_told.RULE,
    summary_data_agree_with_the_page.RULE,
    summary_has_a_strict_policy.RULE,
)

OF_PDF: tuple[Rule[FinishedPdf], ...] = (
    pdf_pages_are_called_as_printed.RULE,
    pdf_metadata_agree.RULE,
    pdf_letters_are_large_enough.RULE,
    pdf_types_are_known.RULE,
    pdf_parts_fit_together.RULE,
    pdf_lists_say_their_marks.RULE,
    pdf_drawings_are_in_the_structure.RULE,
    pdf_tab_order_is_the_texts.RULE,
    pdf_links_name_their_page.RULE,
    pdf_references_agree_with_links.RULE,
    pdf_has_no_comments.RULE,
)
"""What ``readback`` does not compare."""

OF_EBRAILLE: tuple[Rule[FinishedEpub], ...] = (
    ebraille_is_a_container.RULE,
    ebraille_package_is_in_the_root.RULE,
    ebraille_navigation_is_in_the_root.RULE,
    ebraille_lists_are_for_displays.RULE,
    ebraille_is_plain_epub.RULE,
    ebraille_has_no_scripts.RULE,
    ebraille_flows.RULE,
    ebraille_says_how_many_dots.RULE,
    ebraille_says_which_code.RULE,
    ebraille_says_whether_all_is_there.RULE,
    ebraille_says_who_made_it.RULE,
    ebraille_says_whether_pictures_are_tactile.RULE,
    ebraille_says_when_it_was_copyrighted.RULE,
    ebraille_says_what_it_is.RULE,
    ebraille_language_has_its_script.RULE,
    ebraille_text_is_cells.RULE,
    ebraille_leaves_looks_to_the_display.RULE,
    ebraille_says_where_it_is_from.RULE,
)
"""What eBraille 1.0 requires beyond EPUB 3, in its order; the last three are what it advises."""

_OF_CELLS: tuple[Rule[Finished], ...] = (
    edition_headings_are_in_order.RULE,
    edition_references_lead_somewhere.RULE,
)
"""The rules of text that apply to braille, too."""

EDITION_RULES: Mapping[str, tuple[Rule[Any], ...]] = {
    EPUB_TYPE: (*OF_TEXT, *OF_EPUB),
    HTML_TYPE: (*OF_TEXT, *OF_SUMMARY),
    PDF_TYPE: OF_PDF,
    EBRAILLE_TYPE: (*_OF_CELLS, *OF_EBRAILLE),
    PEF_TYPE: (),
    BRF_TYPE: (),
}
"""The rules of an edition, by the media type of its file."""

ALL: tuple[Rule[Any], ...] = (*OF_TEXT, *OF_EPUB, *OF_SUMMARY, *OF_PDF, *OF_EBRAILLE)
"""Every rule once, in the order they are documented."""
