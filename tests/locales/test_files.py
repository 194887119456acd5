"""Every language's file: which words it lacks, and that what it has can be said."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import get_args

import pytest

from bindery.document.dialect import LINK_KINDS
from bindery.locales import FOLDER, LanguageFile, _files, cldr
from bindery.vocabulary.publication import ContributorRole

FILES: Mapping[str, LanguageFile] = _files(FOLDER)
WHOLE = frozenset(FILES["nb"].words)
TOGETHER = ("formulas", "accessibility-summary", "display-guide", "references")
"""Tables whose words are read together: whole, or not at all."""

SENTENCES = {"accessibility-summary", "display-guide", "formulas", "own-checks", "standards"}
PURPOSES = {f"editions.{name}.purpose" for name in ("epub", "large-print", "pdf", "pdf20")}

BRAILLE = {"braille", "braille-signs", "editions.ebraille", "editions.pef", "editions.brf"}
"""What only languages with a braille code need."""

LACKING = {
    "nb": set[str](),
    "en": set[str](),
    "nn": set[str](),
    "sv": BRAILLE | {"formulas", "parts.for-comments"},
    "da": BRAILLE | {"formulas", "parts.for-comments", "parts.landmarks"},
    "de": BRAILLE | {"formulas", "parts.for-comments"},
    "uk": BRAILLE
    | SENTENCES
    | PURPOSES
    | {"references", "parts.for-comments", "parts.known-faults"},
    "pl": BRAILLE
    | SENTENCES
    | PURPOSES
    | {"references", "parts.for-comments", "parts.known-faults"},
    "ar": BRAILLE
    | SENTENCES
    | PURPOSES
    | {"references", "parts.for-comments", "parts.known-faults"},
    "se": BRAILLE
    | SENTENCES
    | PURPOSES
    | {
        "blocks.absent-picture",
        "blocks.abstract",
        "blocks.code",
        "blocks.editor-note",
        "blocks.formula",
        "blocks.key-message",
        "blocks.long-description",
        "blocks.no-address",
        "blocks.no-address-and-no-source",
        "callouts",
        "editions.large-print",
        "editions.pdf",
        "link-kinds.audio",
        "ends",
        "link-kinds.presentation",
        "parts.for-comments",
        "particulars.contact",
        "particulars.identifier",
        "particulars.version-of-date",
        "parts.cover",
        "parts.cover-of",
        "parts.draft",
        "parts.known-faults",
        "parts.landmarks",
        "parts.notes",
        "parts.page-list",
        "parts.start-of-content",
        "parts.title-page",
        "roles.author",
        "roles.commissioner",
        "roles.illustrator",
        "summary.accessibility-of-epub",
        "summary.all-that-was-checked",
        "summary.chapters",
        "summary.checked-by-programs",
        "summary.kept-standards",
        "summary.needs-a-person",
        "summary.pages-of-size",
        "summary.problems",
        "summary.read-the-publication",
        "summary.tell-what-is-wrong",
        "units",
        "ways.back-to-chapter",
        "ways.back-to-citation",
        "ways.back-to-citation-in",
        "ways.back-to-title",
        "ways.back-to-note",
        "ways.back-to-note-again",
        "ways.back-to-text-at",
        "ways.note-at",
        "ways.printed-pages",
    },
}
"""What each language lacks: words, or whole tables. Readers get them in the language after it."""


def covered(names: set[str]) -> set[str]:
    """All keys that ``names`` stand for."""
    return {key for key in WHOLE for name in names if f"{key}.".startswith(f"{name}.")}


def placeholders(words: str) -> Counter[str]:
    """What is filled in, and how often."""
    return Counter(re.findall(r"\{\w+\}", words))


def test_every_language_is_listed() -> None:
    """A new file says here what it lacks."""
    assert set(LACKING) == set(FILES)


@pytest.mark.parametrize("language", FILES)
def test_what_a_language_lacks_is_known(language: str) -> None:
    """No word is lost in silence, and none that is translated is still called lacking."""
    assert WHOLE - FILES[language].words.keys() == covered(LACKING[language])


@pytest.mark.parametrize("language", FILES)
def test_no_language_has_words_that_nobody_says(language: str) -> None:
    """A misspelt key is a word that readers never get. Plural forms are the language's own."""
    other = FILES[language].words.keys() - WHOLE
    assert {key for key in other if not key.startswith("units.")} == set()


@pytest.mark.parametrize("language", FILES)
def test_what_is_read_together_is_whole(language: str) -> None:
    """A text of several sentences is never half in one language and half in another."""
    for table in TOGETHER:
        assert covered({table}) & FILES[language].words.keys() in (set(), covered({table}))


@pytest.mark.parametrize("language", FILES)
def test_the_same_is_filled_in_everywhere(language: str) -> None:
    """A placeholder that is lost takes a number or a name with it."""
    original = FILES["nb"].words
    for key, words in FILES[language].words.items():
        if not key.startswith("units."):
            assert placeholders(words) == placeholders(original[key]), key


@pytest.mark.parametrize("language", FILES)
def test_a_unit_has_the_forms_of_its_language(language: str) -> None:
    """CLDR says which forms a language has: Polish has several plurals."""
    file = FILES[language]
    units = {key.split(".")[1] for key in file.words if key.startswith("units.")}
    for unit in units:
        forms = {key.split(".")[2] for key in file.words if key.startswith(f"units.{unit}.")}
        assert forms == {*cldr.locale(file.cldr).plural_form.tags, "other"}


@pytest.mark.parametrize("language", FILES)
def test_dates_are_written_only_where_the_language_has_a_way(language: str) -> None:
    """A language that does not say how has no word with a date in it."""
    file = FILES[language]
    dated = [key for key, words in file.words.items() if "{date}" in words]
    assert file.date or not dated


@pytest.mark.parametrize("language", FILES)
def test_what_is_lacking_is_found_somewhere(language: str) -> None:
    """Every way back ends in English, which has every word."""
    seen = [language]
    while seen[-1] != "en":
        seen.append(FILES[seen[-1]].falls_back_to)
        assert len(seen) == len(set(seen))


@pytest.mark.parametrize("language", FILES)
def test_each_letter_has_one_place(language: str) -> None:
    """The alphabet has small letters, each once."""
    alphabet = FILES[language].alphabet
    assert len(alphabet) == len(set(alphabet)) > 20
    assert alphabet.isalpha()
    assert alphabet == alphabet.lower()


def test_whatever_a_manuscript_may_say_has_a_word() -> None:
    """Roles of contributors and kinds of links."""
    assert {f"roles.{role}" for role in get_args(ContributorRole)} == covered({"roles"})
    assert {f"link-kinds.{kind}" for kind in LINK_KINDS} == covered({"link-kinds"})


@pytest.mark.parametrize("language", FILES)
def test_the_page_is_said_after_the_reference(language: str) -> None:
    """The words for it are added to the reference, and the number comes last: CSS writes it."""
    words = FILES[language].words.get("references.at-page", "{reference} {page}")
    assert words.startswith("{reference}")
    assert words.endswith("{page}")
