"""A specimen of every page: each template filled in with one of everything a book can have.

Elements written in a template itself are kept as they are, also in a book's own template.
"""

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from lxml import etree, html
from lxml.html import HtmlElement
from markupsafe import Markup

from bindery.document.model import has_class
from bindery.manuscript.sandbox import Sandbox
from bindery.manuscript.templates import DEFAULT, Templates, environment_of, loader_of

FOLDER = Path(__file__).parent / "specimen"
FILLED_IN = "fylt-inn"
"""Stands for any value that a template writes: a word, or a class not known here."""

MARGIN_BOXES = tuple(
    f"{side}-{place}"
    for sides, places in (
        (("top", "bottom"), ("left-corner", "left", "center", "right", "right-corner")),
        (("left", "right"), ("top", "middle", "bottom")),
    )
    for side in sides
    for place in places
)


class _Anything(jinja2.ChainableUndefined):
    """Any value a template uses: true, a word, a list of two, an object with every attribute."""

    __slots__ = ()

    def __getattr__(self, name: str) -> "_Anything":
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything(name=name)

    def __getitem__(self, name: object) -> "_Anything":  # type: ignore[override]
        return _Anything(name=str(name))

    def __call__(self, *_: object, **__: object) -> "_Anything":  # type: ignore[override]
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter((_Anything(name=self._undefined_name), _Anything(name=self._undefined_name)))

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        return 2

    def __str__(self) -> str:
        return FILLED_IN

    def __html__(self) -> str:
        return FILLED_IN

    def _same(self, *_: object) -> "_Anything":
        return self

    def _more(self, _: object) -> bool:
        return True

    def __int__(self) -> int:  # type: ignore[override]
        return 2

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _same  # type: ignore[assignment]
    __truediv__ = __floordiv__ = __mod__ = __neg__ = _same  # type: ignore[assignment]
    __gt__ = __ge__ = __lt__ = __le__ = _more  # type: ignore[assignment]


_ROWS = "rows of anything"


class _Specimens(Sandbox):
    """Templates in which a loop gets rows of as many values as it unpacks."""

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call ``obj``. Anything has every attribute, also the unsafe."""
        return isinstance(obj, _Anything) or super().is_safe_callable(obj)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            if isinstance(loop.target, nodes.Tuple):
                columns = nodes.Const(len(loop.target.items))
                loop.iter = nodes.Filter(loop.iter, _ROWS, [columns], [], None, None)
        return tree


def _rows(value: object, columns: int) -> object:
    if not isinstance(value, _Anything):
        return value
    row = tuple(value for _ in range(columns))
    return (row, row)


@cache
def specimen(
    templates: Templates, name: str, classes: tuple[str, ...], pages: frozenset[str] | None
) -> tuple[HtmlElement | None, bool]:
    """The page that the template ``name`` makes, without styles, and whether it made it itself.

    Where the template fills in a class, each of ``classes`` is there once. A printed page also
    has sheets of paper, named by ``pages``. If the template cannot be filled in like this, the
    default template is used instead.
    """
    for place in (templates, DEFAULT):
        environment = _Specimens(loader=loader_of(place), undefined=_Anything)
        own = {"xhtml": _content, "html": _content, "said": str, "lang": _nothing, _ROWS: _rows}
        environment.filters = {**environment_of(place).filters, **own}
        try:
            text = environment.get_template(name).render()
        except Exception:  # noqa: BLE001, S112 - an expression in a template can raise anything
            continue
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        for element in list(root.iter(etree.Comment, etree.ProcessingInstruction, *_UNSEEN)):
            element.drop_tree()
        _empty_copies(root)
        _fill_in_classes(root, classes)
        if pages is not None:
            _add_pages(root, pages)
        return root, place == templates
    return None, False


def _add_pages(root: HtmlElement, names: frozenset[str]) -> None:
    """Add sheets of paper, one unnamed and one for each of ``names``, with every margin box."""
    for name in ("", *sorted(names)):
        page = etree.SubElement(root, "page", name=name)
        for box in MARGIN_BOXES:
            etree.SubElement(page, box).text = FILLED_IN


def _content(value: object) -> Markup:
    name = getattr(value, "_undefined_name", None)
    known = str(name) if (FOLDER / f"{name}.html").is_file() else _PART.get(str(name), "content")
    return Markup(_part(known))  # noqa: S704 - our own specimen


def _nothing(_: object) -> str:
    return ""


_UNSEEN = ("style", "script")
_PART = {
    "name": "word",
    "logo": "logo",
    "heading": "heading",
    "contact": "contact",
    "entries": "contents",
    "message": "message",
    "chapter": "chapter",
    "chapters": "chapter",
    "messages": "message",
}
_SMALL = {
    "logo": '<p class="logo"><img alt="Logo"></p>',
    "word": FILLED_IN,
    "heading": "<h2>Overskrift</h2>",
    "contact": '<a href="#x">post</a>',
    "message": "<dd>Budskap med <strong>viktig</strong></dd><dd><p>Budskap</p></dd>",
}


@cache
def _part(name: str) -> str:
    if name in _SMALL:
        return _SMALL[name]
    if name == "chapter":
        return f'<section class="chapter">{_part("content")}</section>'
    text = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    for other in ("contents", "content", "colophon"):
        text = text.replace(f"{{{other}}}", _part(other) if f"{{{other}}}" in text else "")
    return text


def _fill_in_classes(root: HtmlElement, classes: tuple[str, ...]) -> None:
    """Copy elements whose class the template fills in, once for each class not yet in use."""
    written = {name for element in root.iter() for name in (element.get("class") or "").split()}
    classes = tuple(name for name in classes if name not in written)
    filled: set[tuple[str, ...]] = set()
    for element in list(root.iter()):
        if element.getparent() is None or not has_class(element, FILLED_IN):
            continue
        path = (*_path(element), *(_path(inner)[0] for inner in element.iterdescendants()))
        if path in filled:
            continue
        filled.add(path)
        for name in classes:
            other = deepcopy(element)
            for inner in (other, *other.iterdescendants()):
                if FILLED_IN in (inner.get("class") or ""):
                    inner.set("class", (inner.get("class") or "").replace(FILLED_IN, name))
            element.addprevious(other)


def _path(element: HtmlElement) -> tuple[str, ...]:
    """An element and its ancestors, by name and class."""
    around = (element, *element.iterancestors())
    return tuple(f"{one.tag!s}.{one.get('class', '')!s}" for one in around)


def _empty_copies(root: HtmlElement) -> None:
    """Empty every element that is a copy of the one before it."""
    for element in list(root.iter()):
        before = element.getprevious()
        if before is None or before.tag != element.tag or not len(element):
            continue
        if _written(before) == _written(element):
            for child in list(element):
                element.remove(child)


def _written(element: HtmlElement) -> bytes:
    return b"" + etree.tostring(element, with_tail=False)
