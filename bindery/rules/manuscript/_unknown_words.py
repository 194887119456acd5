"""Words that neither the dictionary of their language nor the publication's own list has."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.dictionary import SHORTEST, Word, words_of
from bindery.prose.readings import primary
from bindery.tools import hunspell
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="«{word}» står ikke i ordboka.", en="“{word}” is not in the dictionary.")
OFTEN = Text(
    nb="«{word}» står ikke i ordboka. Ordet er brukt {count} steder.",
    en="“{word}” is not in the dictionary. It is used in {count} places.",
)
HINT = Text(
    nb="Rett skrivefeilen, eller skriv ordet på en egen linje i manuscript/words.txt.",
    en="Fix the typo, or add the word on a line of its own in manuscript/words.txt.",
)
MARK = Text(
    nb="Hvis det er engelsk, skriv [{word}]{{lang=en}}. Ellers: Rett skrivefeilen, eller skriv"
    " ordet i manuscript/words.txt.",
    en="If it is English, write [{word}]{{lang=en}}. Otherwise fix the typo, or add the word to"
    " manuscript/words.txt.",
)


def unknown_words(
    manuscript: Manuscript, languages: Collection[str], rule: str
) -> Iterator[Finding]:
    """Words in neither the dictionary nor the book's list, each once, at its first place."""
    accepted = {word.casefold() for word in manuscript.publication.words}
    places: defaultdict[tuple[str, str], list[Word]] = defaultdict(list)
    names = set()
    for word in words_of(manuscript, languages):
        if word.is_name:
            names.add(_bare(word.text.casefold()))
        else:
            places[word.language, word.text.casefold()].append(word)
    for (language, folded), words in places.items():
        if folded in accepted or _bare(folded) in accepted | names:
            continue
        first = words[0]
        around = primary(first.reading.language)
        if language == "en" and around in hunspell.NORWEGIAN and hunspell.knows(folded, around):
            continue  # A mark that is too wide, which foreign-words-are-marked reports.
        if not _is_known(first.text, language, accepted):
            message = OFTEN if len(words) > 1 else MESSAGE
            message = message.filled(word=first.text, count=len(words))
            is_english = language != "en" and hunspell.knows(folded, "en")
            hint = MARK.filled(word=first.text) if is_english else HINT
            yield Finding(rule, Severity.INFO, first.location, message, hint)


def _bare(word: str) -> str:
    """A name without the genitive's ending."""
    return word.rstrip("’'").removesuffix("s").rstrip("’'")


def _is_known(word: str, language: str, accepted: set[str]) -> bool:
    """Whether the word, or each part of it between hyphens, is in the dictionary."""
    plain = word.replace("’", "'")
    if any(hunspell.knows(form, language) for form in (plain, plain.lower())):
        return True
    parts = plain.split("-")
    return len(parts) > 1 and all(
        part.casefold() in accepted
        or len(part) < SHORTEST
        or part != part.lower()
        or hunspell.knows(part, language)
        for part in parts
    )
