"""How editions look: the default templates, each replaceable by the book's own."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.runtime import Context
from lxml import etree
from markupsafe import Markup, escape

from bindery.locales import Word
from bindery.locales.writing_direction import LEFT_TO_RIGHT, direction_of
from bindery.tools.installation import templates_folder
from bindery.vocabulary.editions import Edition
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

HOUSE = templates_folder()


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of one book: its own ``templates/`` first, then the default ones."""

    book: Path

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders in which templates are looked up, in order."""
        return tuple(folder for folder in (self.book / "templates", HOUSE) if folder.is_dir())

    def path(self, name: str) -> Path:
        """The file that ``name`` (``print/print.css``) refers to in this book."""
        return next(
            (found for folder in self.folders if (found := folder / name).is_file()),
            HOUSE / name,
        )

    def text(self, name: str) -> str:
        """The template file ``name``, as text."""
        try:
            return self.path(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise unusable(name, str(error)) from error

    def style(self, page: Edition) -> str:
        """The sheets of ``page``, joined into one."""
        return "\n".join(self.text(name).strip() for name in page.sheets)

    @property
    def fonts(self) -> tuple[Path, ...]:
        """The folders with the typefaces. No other font is ever used."""
        return tuple(folder / "fonts" for folder in self.folders if (folder / "fonts").is_dir())

    def render(self, name: str, **values: object) -> str:
        """Fill in the template ``name``. Text is escaped; elements go through a filter."""
        try:
            return environment_of(self.folders).get_template(name).render(values)
        except PipelineError:
            raise
        except Exception as error:  # an expression in a template can raise anything
            line = getattr(error, "lineno", None)
            raise unusable(name if line is None else f"{name}:{line}", str(error)) from error


def policy_digest(inline: str) -> str:
    """The hash of an inline style or script for a content security policy (CSP Level 3, 2.3.1)."""
    return "sha256-" + b64encode(sha256(inline.encode()).digest()).decode()


def unusable(name: str, why: str) -> PipelineError:
    """The error that no edition can be made with the template ``name``."""
    return PipelineError(
        Text(
            nb=f"Malen templates/{name} kan ikke brukes: {why}.",
            en=f"The template templates/{name} cannot be used: {why}.",
        ),
        Text(
            nb="Rett malen, eller slett den for å bruke husets egen.",
            en="Mend the template, or delete it to use the house’s own.",
        ),
    )


@cache
def environment_of(folders: tuple[Path, ...]) -> jinja2.Environment:
    """The Jinja environment of ``folders``: a template is taken from the first that has it."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["xhtml"] = _xhtml
    environment.filters["html"] = _html
    environment.filters["said"] = _said
    environment.filters["lang"] = _lang
    environment.filters["dir"] = _dir
    return environment


def _xhtml(element: etree._Element) -> Markup:
    """An element of the Document as markup. Serialising a tree escapes its text."""
    return Markup(etree.tostring(element, encoding="unicode", with_tail=False))  # noqa: S704


def _html(element: etree._Element) -> Markup:
    """The same in HTML's own syntax, where void elements have no slash."""
    html = etree.tostring(element, encoding="unicode", with_tail=False, method="html")
    return Markup(html)  # noqa: S704


@jinja2.pass_context
def _said(page: Context, word: Word) -> Markup:
    """The word, in a ``span`` with its language if that is not ``language``, the page's."""
    attribute = _lang(page, word)
    if not attribute:
        return escape(word.text)
    return Markup("<span{}>{}</span>").format(attribute, word.text)


@jinja2.pass_context
def _lang(page: Context, word: Word) -> Markup:
    """The word's language and direction as attributes, if not ``language``, the page's."""
    if word.language.lower() == page["language"].lower():
        return Markup("")
    return Markup(' lang="{}"{}').format(word.language, _dir(word.language, page["language"]))


def _dir(language: str, around: str = "") -> Markup:
    """The attribute with the direction of ``language``, if that is not the one ``around`` it.

    Around a whole page, text goes from left to right.
    """
    own, other = (direction_of(one) or LEFT_TO_RIGHT for one in (language, around))
    return Markup("") if own == other else Markup(' dir="{}"').format(own)
