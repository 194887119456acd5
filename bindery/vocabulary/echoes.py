"""What is seen again in the editions where something is wrong in the manuscript."""

from collections.abc import Mapping

ECHOES: Mapping[str, frozenset[str]] = {
    "alt-text-differs-from-caption": frozenset({"edition-alternatives-say-what-is-shown"}),
    "alt-text-says-what-is-shown": frozenset({"edition-alternatives-say-what-is-shown"}),
    "heading-has-text": frozenset({"axe-empty-heading", "ace-empty-heading"}),
    "headings-follow-in-order": frozenset(
        {
            "edition-headings-are-in-order",
            "axe-heading-order",
            "ace-heading-order",
            "verapdf-ua1-7-4-2-1",
            "outloud-hdg-001",
        }
    ),
    "image-has-alt-text": frozenset(
        {
            "edition-images-are-described",
            "axe-image-alt",
            "ace-image-alt",
            "axe-svg-img-alt",
            "ace-svg-img-alt",
            "verapdf-ua1-7-3-1",
            "verapdf-ua2-8-2-5-28-2-1",
            "verapdf-wt1a-8-2-5-28-2-1",
            "outloud-fig-001",
        }
    ),
    "link-text-says-where": frozenset(
        {"edition-links-say-where", "axe-link-name", "ace-link-name"}
    ),
    "table-has-headers": frozenset(
        {"edition-tables-have-headers", "axe-empty-table-header", "ace-empty-table-header"}
    ),
}
"""The rules on editions, and the checkers', that see again what a rule on the manuscript sees."""
