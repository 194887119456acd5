"""How editions look: the default templates, each replaceable by the book's own."""

from base64 import b64encode
from collections.abc import Callable
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
from bindery.manuscript.brand.sheets import COVER, NO_LOOK, BrandLook, with_brand
from bindery.manuscript.files import contents, files_below, is_inside, shown
from bindery.manuscript.sandbox import Sandbox
from bindery.manuscript.style_limits import require_modest
from bindery.tools.installation import templates_folder
from bindery.vocabulary.brand import NO_BRAND
from bindery.vocabulary.editions import Edition
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text

HOUSE = templates_folder()


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of one book: its own ``templates/`` first, then the default ones.

    ``look`` is that of the publication's brand, which goes before both.
    """

    book: Path
    look: BrandLook = NO_LOOK

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders in which templates are looked up, in order."""
        folders = dict.fromkeys((self.book / "templates", HOUSE))
        return tuple(folder for folder in folders if folder.is_dir())

    def path(self, name: str) -> Path:
        """The file that ``name`` (``print/print.css``) refers to in this book.

        Raises ``PipelineError`` if it leads out of the book, by ``..``, ``/`` or a symbolic link.
        """
        for folder in self.folders:
            found = folder / name
            if found.is_file():
                self._require_inside(folder, found)
                return found
        return HOUSE / name

    def _require_inside(self, folder: Path, file: Path) -> None:
        """Raise ``PipelineError`` unless ``file`` is in the book, or one of the default ones."""
        around = HOUSE if folder == HOUSE else self.book
        if not is_inside(around, file):
            name = file.relative_to(self.book) if file.is_relative_to(self.book) else file
            raise PipelineError(_OUTSIDE.filled(file=shown(name.as_posix())), _PUT_IT_INSIDE)

    @property
    def digest(self) -> str:
        """What tells these templates from others: a digest of every file and of the look."""
        digest = sha256(b"" if self.look == NO_LOOK else repr(self.look).encode())
        for folder in self.folders:
            for file in files_below(folder):
                name = file.relative_to(folder).as_posix()
                digest.update(f"{folder == HOUSE} {name}\0".encode(errors="surrogatepass"))
                digest.update(sha256(contents(file)).digest())
        return digest.hexdigest()

    def text(self, name: str) -> str:
        """The template file ``name``, as text. Raises ``PipelineError`` if it cannot be used."""
        path = self.path(name)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise unusable(name, str(error)) from error
        if path.suffix == ".css" and not path.is_relative_to(HOUSE):
            require_modest(name, text)
        return with_brand(name, text, self.look)

    def content(self, name: str) -> bytes:
        """The bytes of the template file ``name``, such as a picture."""
        return (
            self.text(name).encode()
            if name == COVER and self.look != NO_LOOK
            else (self.path(name).read_bytes())
        )

    def style(self, page: Edition) -> str:
        """The sheets of ``page``, joined into one."""
        return "\n".join(self.text(name).strip() for name in page.sheets)

    @property
    def fonts(self) -> tuple[Path, ...]:
        """The folders with the typefaces. No other font is ever used."""
        folders = tuple(folder / "fonts" for folder in self.folders)
        for folder in folders:
            for file in files_below(folder):
                self._require_inside(folder.parent, file)
        return tuple(folder for folder in folders if folder.is_dir())

    def render(self, name: str, **values: object) -> str:
        """Fill in the template ``name``. Text is escaped; elements go through a filter."""
        try:
            return environment_of(self).get_template(name).render(values)
        except PipelineError:
            raise
        except Exception as error:  # an expression in a template can raise anything
            line = getattr(error, "lineno", None)
            raise unusable(name if line is None else f"{name}:{line}", str(error)) from error


DEFAULT = Templates(HOUSE.parent)
"""The default templates alone."""


def templates_of(publication: Publication) -> Templates:
    """The templates of ``publication``, in the look of its brand."""
    brand = publication.settings.brand
    look = NO_LOOK if brand == NO_BRAND else BrandLook(brand, publication.faces)
    return Templates(publication.book, look)


_OUTSIDE = Text(
    nb="Malen {file} er en fil utenfor publikasjonen. Ingenting derfra kommer med i utgavene.",
    en="The template {file} is a file outside the publication. Nothing from there gets into an"
    " edition.",
)
_PUT_IT_INSIDE = Text(
    nb="Legg selve filen i publikasjonens templates/, i stedet for en lenke til den.",
    en="Put the file itself in the publication’s templates/, instead of a link to it.",
)


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
            nb="Rett malen, eller slett den for å bruke standardmalen.",
            en="Fix the template, or delete it to use the default template.",
        ),
    )


@cache
def environment_of(templates: Templates) -> Sandbox:
    """The Jinja environment of ``templates``."""
    environment = Sandbox(loader=loader_of(templates), undefined=jinja2.StrictUndefined)
    environment.filters["xhtml"] = _xhtml
    environment.filters["html"] = _html
    environment.filters["said"] = _said
    environment.filters["lang"] = _lang
    environment.filters["dir"] = _dir
    return environment


def loader_of(templates: Templates) -> jinja2.BaseLoader:
    """What finds a template by its name, also one that another template includes."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = templates.path(name)
        if not path.is_file():
            return None
        written = path.stat().st_mtime_ns
        unchanged = lambda: path.is_file() and path.stat().st_mtime_ns == written  # noqa: E731
        return templates.text(name), str(path), unchanged

    return jinja2.FunctionLoader(load)


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
