"""Which criteria a finding says are broken: the rules of the read-back and of the checkers.

The rules of the manuscript say so themselves, in the evidence. A rule may be named with a pattern
(``verapdf-ua1-7-3-*``). A rule that is not here is about no criterion on level A or AA, or about
several that only a person can tell apart.
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase

READ_BACK = {
    "1.1.1": "edition-describes-its-figures",
    "1.3.1": "edition-keeps-the-structure edition-cells-have-their-headers"
    " edition-notes-are-tied-both-ways edition-leaves-nothing-unheard",
    "1.3.2": "edition-says-what-the-manuscript-says",
    "2.4.2": "edition-presents-itself",
    "2.4.4": "edition-links-lead-where-they-say",
    "2.4.5": "edition-headings-can-be-found",
    "3.1.1": "edition-presents-itself edition-speaks-the-language",
    "3.1.2": "edition-speaks-the-language",
}
"""The rules of what an edition says when it is read back."""

AXE = {
    "1.1.1": "aria-meter-name aria-progressbar-name image-alt input-image-alt object-alt"
    " role-img-alt svg-img-alt",
    "1.2.1": "audio-caption",
    "1.2.2": "video-caption",
    "1.3.1": "aria-hidden-body aria-required-children aria-required-parent definition-list dlitem"
    " list listitem p-as-heading table-fake-caption td-has-header td-headers-attr"
    " th-has-data-cells",
    "1.3.4": "css-orientation-lock",
    "1.3.5": "autocomplete-valid",
    "1.4.1": "link-in-text-block",
    "1.4.2": "no-autoplay-audio",
    "1.4.3": "color-contrast",
    "1.4.4": "meta-viewport",
    "1.4.12": "avoid-inline-spacing",
    "2.1.1": "frame-focusable-content scrollable-region-focusable server-side-image-map",
    "2.2.1": "meta-refresh",
    "2.2.2": "blink marquee",
    "2.4.1": "bypass",
    "2.4.2": "document-title",
    "2.4.4": "area-alt link-name",
    "2.5.3": "label-content-name-mismatch",
    "2.5.8": "target-size",
    "3.1.1": "html-has-lang html-lang-valid html-xml-lang-mismatch",
    "3.1.2": "valid-lang",
    "3.3.2": "form-field-multiple-labels",
    "4.1.2": "area-alt aria-allowed-attr aria-braille-equivalent aria-command-name"
    " aria-conditional-attr aria-deprecated-role aria-hidden-body aria-hidden-focus"
    " aria-input-field-name aria-prohibited-attr aria-required-attr aria-roledescription"
    " aria-roles aria-tab-name aria-toggle-field-name aria-tooltip-name aria-valid-attr"
    " aria-valid-attr-value button-name duplicate-id-aria frame-title frame-title-unique"
    " input-button-name input-image-alt label link-name nested-interactive select-name"
    " summary-name",
}
"""The rules of axe, by its own tags. Ace has them too. Rules of level AAA are left out."""

ACE = {"2.4.2": "epub-title", "3.1.1": "epub-lang"}
"""What Ace adds to them for the package of an EPUB."""

LAYOUT = {"1.4.10": "page-reflows-at-320-px", "1.4.12": "text-spacing-loses-nothing"}
"""What pages lose when they are narrow, or spaced as a reader needs them."""

VERAPDF = {
    "1.1.1": "ua1-7-3-* ua1-7-7-*",
    "1.3.1": "ua1-6-2-* ua1-7-1-1 ua1-7-1-2 ua1-7-1-3 ua1-7-1-5 ua1-7-1-6 ua1-7-1-7 ua1-7-1-11"
    " ua1-7-1-12 ua1-7-2-[3-9] ua1-7-2-1? ua1-7-2-20 ua1-7-2-2[678] ua1-7-2-3[6789]"
    " ua1-7-2-4? ua1-7-4-* ua1-7-5-* ua1-7-9-* ua1-7-20-2",
    "2.4.2": "ua1-7-1-9 ua1-7-1-10",
    "2.4.3": "ua1-7-18-3-*",
    "3.1.1": "ua1-7-2-29 ua1-7-2-33 ua1-7-2-34",
    "3.1.2": "ua1-7-2-2 ua1-7-2-2[12345] ua1-7-2-3[012]",
    "4.1.2": "ua1-7-18-1-* ua1-7-18-4-* ua1-7-18-5-*",
}
"""The clauses of PDF/UA-1 (ISO 14289-1), with veraPDF's test numbers."""

OUTLOUD = {
    "1.1.1": "doc-004 tag-03[012] fig-* lnk-002 math-*",
    "1.3.1": "doc-00[123] doc-020 doc-030 tag-0[012]? tag-030 tag-040 txt-00[2-6] txt-011"
    " hdg-00? hdg-012 tbl-* lst-* lnk-001 lnk-006 frm-001 frm-003 note-* math-011"
    " pag-001 sem-00[12]",
    "1.3.2": "doc-002 tag-001 tag-022 txt-011 lnk-006 frm-003 ord-*",
    "1.4.5": "doc-004",
    "2.4.1": "pag-001",
    "2.4.2": "doc-010 doc-011 doc-015 doc-040",
    "2.4.3": "lnk-005",
    "2.4.4": "lnk-00[123]",
    "2.4.5": "nav-001",
    "2.4.6": "hdg-00? hdg-01[01]",
    "3.1.1": "doc-013 doc-014",
    "3.3.2": "frm-00[12]",
    "4.1.2": "doc-021 tag-01? lnk-003 frm-*",
}
"""The rules of outloud, by its own catalogue."""

BREACHES = (
    ("", READ_BACK),
    ("", LAYOUT),
    ("axe-", AXE),
    ("ace-", AXE),
    ("ace-", ACE),
    ("verapdf-", VERAPDF),
    ("outloud-", OUTLOUD),
)
"""How each checker's rules begin in a finding, and what they say is broken."""


def broken_by(rule: str) -> frozenset[str]:
    """The numbers of the criteria that a finding of ``rule`` says are broken."""
    return frozenset(_broken_by(rule))


def _broken_by(rule: str) -> Iterator[str]:
    for prefix, table in BREACHES:
        for number, patterns in table.items():
            if any(fnmatchcase(rule, prefix + pattern) for pattern in patterns.split()):
                yield number
