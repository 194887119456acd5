"""What a user says of a new publication, and what is written where nobody has said anything."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bindery.manuscript.addresses import is_mailbox, is_web_address
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.placeholders import placeholder
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
_NO_RIGHTS = Text(
    nb="«{value}» sier ikke hva andre kan gjøre med publikasjonen.",
    en="“{value}” does not say what others may do with the publication.",
)
_RIGHTS = Text(
    nb='Skriv for eksempel --rights "CC BY 4.0".',
    en='Write for example --rights "CC BY 4.0".',
)
_NO_SPLIT = Text(nb="--split kan ikke være «{value}».", en="--split cannot be “{value}”.")
_SPLITS = Text(
    nb="Velg 1 eller 2, som er nivået kapitlene begynner på, eller none: ett kapittel.",
    en="Choose 1 or 2, the level of heading that begins a chapter, or none: one chapter.",
)

_NO_COMMENTS = Text(nb="--comments kan ikke være «{value}».", en="--comments cannot be “{value}”.")
_COMMENTS = Text(
    nb="Velg keep eller drop: behold kommentarene fra Word ved avsnittene, eller utelat dem.",
    en="Choose keep or drop: keep the comments of Word beside their paragraphs, or leave them out.",
)

_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")

NORWEGIAN = {"no": "nb", "nb": "nb", "nn": "nn"}


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a publication before it is made; empty where nothing is.

    ``split`` is the level of heading that begins a chapter, or ``none``. ``comments`` says whether
    those of Word are kept in the chapters (``keep``) or only told in the report (``drop``).
    """

    title: str = ""
    language: str = ""
    publisher: str = ""
    contact: str = ""
    rights: str = ""
    split: str = ""
    comments: str = ""

    def require_valid(self) -> None:
        """Raise ``PipelineError`` for an answer that no publication can have."""
        if self.language and not _TAG.fullmatch(self.language):
            raise PipelineError(_NO_LANGUAGE.filled(value=self.language), _LANGUAGES)
        contact = self.contact
        if contact and not (is_mailbox(contact) or is_web_address(contact)):
            raise PipelineError(_NO_CONTACT.filled(value=contact), _CONTACTS)
        if self.rights and not any(letter.isalpha() or letter == "©" for letter in self.rights):
            raise PipelineError(_NO_RIGHTS.filled(value=self.rights), _RIGHTS)
        if self.split not in {"", "1", "2", "none"}:
            raise PipelineError(_NO_SPLIT.filled(value=self.split), _SPLITS)
        if self.comments not in {"", "keep", "drop"}:
            raise PipelineError(_NO_COMMENTS.filled(value=self.comments), _COMMENTS)

    def or_else(self, known: "Answers") -> "Answers":
        """These answers, and those that are ``known`` from elsewhere where there are none."""
        return Answers(
            title=self.title or known.title,
            language=self.language or known.language,
            publisher=self.publisher or known.publisher,
            contact=self.contact or known.contact,
            rights=self.rights or known.rights,
            split=self.split or known.split,
            comments=self.comments or known.comments,
        )


def all_rights_reserved(language: str) -> str:
    """That others may do nothing with a publication, in its language."""
    if language == "nn":
        return "Alle rettar etterhaldne"
    return Text(nb="Alle rettigheter forbeholdt", en="All rights reserved").said_in(language)


def defaults(folder: Path, language: str) -> Answers:
    """What is written if nobody says anything: the folder's name, and words to replace."""
    title = " ".join(re.split(r"[\s_-]+", folder.name)).strip()
    return Answers(
        title=title[:1].upper() + title[1:],
        language=language,
        publisher=placeholder("publisher", language),
        contact=placeholder("accessibility-contact", language),
        rights=all_rights_reserved(language),
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
            nb="Rettigheter: CC BY 4.0 (1), CC BY-SA 4.0 (2), CC0 1.0 (3),"
            " alle rettigheter forbeholdt (4), eller egne ord",
            en="Rights: CC BY 4.0 (1), CC BY-SA 4.0 (2), CC0 1.0 (3), all rights reserved (4),"
            " or words of your own",
        ),
    ),
)
"""What is asked at a terminal: the field of ``Answers``, and the question."""


def _chosen(answer: str, language: str) -> str:
    """The rights that the number of a choice stands for; else what was written."""
    choices = ("CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0", all_rights_reserved(language))
    return choices[int(answer) - 1] if answer in {"1", "2", "3", "4"} else answer


def asked(known: Answers, ask: Callable[[Text], str]) -> Answers:
    """``known``, with what the user answers to each question; an empty answer changes nothing."""
    for name, question in QUESTIONS:
        now = str(getattr(known, name))
        kept = f" [{now}]" if now else ""
        shown = Text(nb=f"{question.nb}{kept}: ", en=f"{question.en}{kept}: ")
        answer = ask(shown).strip()
        if name == "rights":
            answer = _chosen(answer, known.language)
        known = replace(known, **{name: answer or now})
    return known
