"""Which tests answer the conditions that a machine can test, and which findings break what.

A condition that is not in ``VERAPDF`` is tested by no checker we run. Those are 09-007 and 09-008
(Ruby and Warichu), 28-018 (printers' marks), and 31-013, 31-015 and 31-018 (glyphs that a font
lists and lacks, or cannot look up).
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase

VERAPDF = {
    "01": "003=7-1-1 004=7-1-2 005=7-1-3 007=7-1-4",
    "02": "001=7-1-5 003=7-1-6 004=7-1-7",
    "06": "001=7-1-8 002=5-1,5-2 003=7-1-9",
    "07": "001=7-1-10 002=7-1-10",
    "09": "004=7-2-[3-9],7-2-1[0-6],7-2-3[6-9],7-2-4[123] 005=7-2-1[789],7-2-20,7-2-40"
    " 006=7-2-2[678]",
    "10": "001=7-21-7-1",
    "11": "001=7-2-34 002=7-2-2[123],7-2-3[012] 003=7-2-2 004=7-2-24 005=7-2-25 006=7-2-33",
    "13": "004=7-3-1",
    "14": "002=7-4-2-1 003=7-4-2-1 006=7-4-4-1 007=7-4-4-[23]",
    "15": "003=7-5-[12]",
    "17": "002=7-7-1 003=7-21-7-[12]",
    "19": "003=7-9-1 004=7-9-2",
    "20": "001=7-10-1 002=7-10-1 003=7-10-2",
    "21": "001=7-11-1",
    "25": "001=7-15-1",
    "26": "001=7-16-1 002=7-16-1",
    "28": "002=7-18-1-1 004=7-18-1-2 005=7-18-1-3 006=7-18-1-[12] 007=7-18-2-1 008=7-18-3-1"
    " 009=7-18-3-1 010=7-18-4-1 011=7-18-5-1 012=7-18-5-2 014=7-18-6-2-1 015=7-18-6-2-2"
    " 016=7-11-1 017=7-18-8-1",
    "30": "001=7-20-1 002=7-20-2",
    "31": "001=7-21-3-1-1 002=7-21-3-1-1 003=7-21-3-1-1 004=7-21-3-2-1 005=7-21-3-2-1"
    " 006=7-21-3-3-1 007=7-21-3-3-2 008=7-21-3-3-3 009=7-21-4-1-1 011=7-21-4-1-2"
    " 012=7-21-4-2-1 014=7-21-4-2-2 016=7-21-5-1 017=7-21-6-1 019=7-21-6-2 020=7-21-6-2"
    " 021=7-21-6-2 022=7-21-6-2 023=7-21-6-2 024=7-21-6-3 025=7-21-6-4 026=7-21-6-4"
    " 027=7-21-7-1 028=7-21-7-2 029=7-21-7-2 030=7-21-8-1",
}
"""Conditions by the clauses of PDF/UA-1 and veraPDF's test numbers, as in its findings' names."""

BESIDES = {
    "01": "6-2-1 7-1-11 7-1-12",
    "06": "5-[345]",
    "11": "7-2-29",
    "28": "7-18-4-2",
}
"""Checkpoints by those of veraPDF's tests that no condition asks for."""

OUTLOUD = {
    "01": "doc-00[123] tag-00? tag-02[123] txt-011",
    "02": "tag-01?",
    "06": "doc-010 doc-012 doc-015 doc-040",
    "07": "doc-011",
    "09": "tag-020 ord-*",
    "10": "txt-00[2346]",
    "11": "doc-01[34]",
    "13": "tag-030 fig-*",
    "14": "hdg-*",
    "15": "tbl-*",
    "16": "lst-*",
    "17": "math-*",
    "18": "pag-001",
    "19": "note-*",
    "20": "doc-030",
    "21": "doc-031",
    "25": "doc-021",
    "26": "doc-020",
    "27": "nav-001",
    "28": "lnk-00? frm-*",
    "30": "tag-040",
    "31": "txt-00[157]",
}
"""Checkpoints by the rules of outloud, by its own catalogue."""

READ_BACK = {
    "01": "edition-leaves-nothing-unheard edition-says-what-the-manuscript-says",
    "06": "edition-presents-itself",
    "09": "edition-keeps-the-structure",
    "11": "edition-speaks-the-language",
    "13": "edition-describes-its-figures",
    "15": "edition-cells-have-their-headers",
    "19": "edition-notes-are-tied-both-ways",
    "27": "edition-headings-can-be-found",
    "28": "edition-links-lead-where-they-say",
}
"""Checkpoints by the rules of reading a PDF back."""

TESTS = {
    f"{checkpoint}-{condition}": tuple(f"verapdf-ua1-{one}" for one in tests.split(","))
    for checkpoint, pairs in VERAPDF.items()
    for condition, _, tests in (pair.partition("=") for pair in pairs.split())
}
"""Patterns of the findings that break each condition, by its number."""


def broken_by(rule: str) -> frozenset[str]:
    """The numbers of the checkpoints that a finding of ``rule`` is about."""
    return frozenset(_broken_by(rule))


def _broken_by(rule: str) -> Iterator[str]:
    for condition, patterns in TESTS.items():
        if any(fnmatchcase(rule, pattern) for pattern in patterns):
            yield condition.partition("-")[0]
    for prefix, table in (
        ("verapdf-ua1-", BESIDES),
        ("outloud-", OUTLOUD),
        ("", READ_BACK),
    ):
        for number, names in table.items():
            if any(fnmatchcase(rule, prefix + name) for name in names.split()):
                yield number
