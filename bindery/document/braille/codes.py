"""The braille codes that editions are made in, by the languages that are written in them.

A language is here only if ``readback/braille/`` has a reader of its code that has read whole books.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One code, uncontracted, in six dots.

    ``tables`` is for liblouis; ``hyphens`` are its dictionaries, by language. ``system`` is what
    eBraille calls the code. ``opens`` and ``closes`` are the signs around what the transcriber
    says. ``thousands`` stands between groups of three digits, ``bullet`` before a list item.
    ``unsigned`` are signs that it has no cells for, or cells that mean something else; they are
    said in words.
    """

    name: str
    languages: frozenset[str]
    tables: str
    hyphens: dict[str, str]
    system: str
    opens: str
    closes: str
    thousands: str
    bullet: str
    unsigned: str

    def hyphen_tables(self, language: str) -> str:
        """The tables that divide words of ``language``; empty if there are none."""
        dictionary = self.hyphens.get(primary(language), "")
        return f"{self.tables.rpartition(',')[2]},{dictionary}" if dictionary else ""


NORWEGIAN = Code(
    name="norwegian",
    languages=frozenset({"nb", "nn", "no", "se"}),
    tables="unicode.dis,no-no-g0.utb",
    hyphens={"nb": "hyph_nb_NO.dic", "no": "hyph_nb_NO.dic", "nn": "hyph_nn_NO.dic"},
    system="Norwegian-6dot grade1",
    opens="⠰⠄",
    closes="⠠⠆",
    thousands=".",
    bullet="•",
    unsigned="<>≤≥≠∑∈✓✗☐☑†‡¶№′↑↓↵⌘¨",
)

UEB = Code(
    name="ueb",
    languages=frozenset({"en"}),
    tables="unicode.dis,en-ueb-g1.ctb",
    hyphens={"en": "hyph_en_US.dic"},
    system="UEB grade1",
    opens="⠈⠨⠣",
    closes="⠈⠨⠜",
    thousands=" ",
    bullet="•",
    unsigned="✗☐☑№⌘",
)

CODES = (NORWEGIAN, UEB)


def code_of(language: str) -> Code | None:
    """The code of ``language`` (BCP 47), or ``None`` if no braille is made of it."""
    return next((code for code in CODES if primary(language) in code.languages), None)


def primary(language: str) -> str:
    """The first subtag of ``language``."""
    return language.lower().partition("-")[0]
