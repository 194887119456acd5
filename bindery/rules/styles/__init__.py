"""The rules on templates: what must be true of how editions look, in the order of their pages."""

from bindery.rules.cascade.styles import Styles
from bindery.rules.styles import (
    focus_is_visible,
    justified_text_is_hyphenated,
    letters_are_as_written,
    lines_can_be_seen,
    lines_have_room,
    links_can_be_told_from_text,
    readers_spacing_can_win,
    readers_styles_can_win,
    style_can_be_read,
    style_files_are_there,
    style_names_are_known,
    targets_are_large_enough,
    template_can_be_judged,
    text_can_be_selected,
    text_has_contrast,
    text_is_large_enough,
    text_size_follows_the_reader,
    text_stands_on_a_plain_ground,
)
from bindery.vocabulary.rule import Rule

TEMPLATE_RULES: tuple[Rule[Styles], ...] = (
    # The sheets
    style_can_be_read.RULE,
    style_names_are_known.RULE,
    style_files_are_there.RULE,
    template_can_be_judged.RULE,
    # Colours
    text_has_contrast.RULE,
    text_stands_on_a_plain_ground.RULE,
    lines_can_be_seen.RULE,
    links_can_be_told_from_text.RULE,
    focus_is_visible.RULE,
    # Letters and lines
    text_size_follows_the_reader.RULE,
    text_is_large_enough.RULE,
    lines_have_room.RULE,
    justified_text_is_hyphenated.RULE,
    letters_are_as_written.RULE,
    # The reader's own settings
    targets_are_large_enough.RULE,
    text_can_be_selected.RULE,
    readers_styles_can_win.RULE,
    readers_spacing_can_win.RULE,
)
