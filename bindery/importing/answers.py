"""What a user says of a new publication, and what is written where nobody has said anything."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bindery.manuscript.addresses import is_mailbox, is_web_address
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_NO_LANGUAGE = Text(
    nb="«{value}» er ikke et språk skrevet som i BCP 47.",
    en="“{value}” is not a language as BCP 47 writes it.",
)
_LANGUAGES = Text(
    nb="Skriv for eksempel --language nb, nn, se eller en.",
    en="Write for example --language nb, nn, se or en.",
)
_NO_CONTACT = Text(
    nb="«{value}» er verken en e-postadresse eller en nettadresse.",
    en="“{value}” is neither an e-mail address nor a web address.",
)
_CONTACTS = Text(
    nb="Skriv for eksempel --contact post@kommunen.example.",
    en="Write for example --contact post@council.example.",
)
_NO_SPLIT = Text(nb="--split kan ikke være «{value}».", en="--split cannot be “{value}”.")
_SPLITS = Text(
    nb="Velg 1 eller 2, som er nivået kapitlene begynner på, eller none: ett kapittel.",
    en="Choose 1 or 2, the level of heading that begins a chapter, or none: one chapter.",
)

_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")

NORWEGIAN = {"no": "nb", "nb": "nb", "nn": "nn"}

NO_CONTACT_YET = "post@example.org"


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a publication before it is made; empty where nothing is.

    ``split`` is the level of heading that begins a chapter, or ``none``.
    """

    title: str = ""
    language: str = ""
    publisher: str = ""
    contact: str = ""
    rights: str = ""
    split: str = ""

    def require_valid(self) -> None:
        """Raise ``PipelineError`` for an answer that no publication can have."""
        if self.language and not _TAG.fullmatch(self.language):
            raise PipelineError(_NO_LANGUAGE.filled(value=self.language), _LANGUAGES)
        contact = self.contact
        if contact and not (is_mailbox(contact) or is_web_address(contact)):
            raise PipelineError(_NO_CONTACT.filled(value=contact), _CONTACTS)
        if self.split not in {"", "1", "2", "none"}:
            raise PipelineError(_NO_SPLIT.filled(value=self.split), _SPLITS)

    def or_else(self, known: "Answers") -> "Answers":
        """These answers, and those that are ``known`` from elsewhere where there are none."""
        return Answers(
            title=self.title or known.title,
            language=self.language or known.language,
            publisher=self.publisher or known.publisher,
            contact=self.contact or known.contact,
            rights=self.rights or known.rights,
            split=self.split or known.split,
        )


def defaults(folder: Path, language: str) -> Answers:
    """What is written if nobody says anything: the folder's name, and words to replace."""
    said = Text(nb="Alle rettigheter forbeholdt", en="All rights reserved").said_in(language)
    publisher = Text(nb="Utgiveren", en="The publisher").said_in(language)
    if language == "nn":
        said, publisher = "Alle rettar etterhaldne", "Utgjevaren"
    title = " ".join(re.split(r"[\s_-]+", folder.name)).strip()
    return Answers(
        title=title[:1].upper() + title[1:],
        language=language,
        publisher=publisher,
        contact=NO_CONTACT_YET,
        rights=said,
    )


def language_of_machine(language: str) -> str:
    """The language of a publication, from that of the machine's user."""
    return NORWEGIAN.get(language, "se" if language == "se" else "en")


QUESTIONS = (
    ("title", Text(nb="Tittel", en="Title")),
    ("language", Text(nb="Språk (nb, nn, se, en …)", en="Language (nb, nn, se, en …)")),
    ("publisher", Text(nb="Hvem gir den ut", en="Publisher")),
    (
        "contact",
        Text(
            nb="E-post eller nettadresse for lesere med problemer",
            en="E-mail or web address for readers with problems",
        ),
    ),
    (
        "rights",
        Text(
            nb="Rettigheter (for eksempel CC BY 4.0)",
            en="Rights (for example CC BY 4.0)",
        ),
    ),
)
"""What is asked at a terminal: the field of ``Answers``, and the question."""


def asked(known: Answers, ask: Callable[[Text], str]) -> Answers:
    """``known``, with what the user answers to each question; an empty answer changes nothing."""
    for name, question in QUESTIONS:
        now = str(getattr(known, name))
        kept = f" [{now}]" if now else ""
        shown = Text(nb=f"{question.nb}{kept}: ", en=f"{question.en}{kept}: ")
        known = replace(known, **{name: ask(shown).strip() or now})
    return known
