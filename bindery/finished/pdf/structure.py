"""Walk through the structure tree: each element once, with all its words."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from bindery.finished.documents import UnreadableError
from bindery.finished.pdf.catalogue import Destinations
from bindery.finished.pdf.objects import (
    Objgen,
    Roles,
    attributes_of,
    is_dictionary,
    names,
    number,
    numbers,
    several,
    tree_entries,
    words,
)
from bindery.finished.pdf.page_content import Content, Key
from bindery.finished.pdf.tagged import Annotation, AssociatedFile, PdfElement, Words
from bindery.vocabulary.text import without_soft_hyphens

_DEEPEST = 150
_DEEPEST_FIELD = 30
_NOT_ELEMENTS = frozenset({"MCR", "OBJR"})


class Structure:
    """The structure tree of one file. ``reached`` are the sequences that belong to it."""

    def __init__(self, pdf: pikepdf.Pdf, content: Content) -> None:
        catalogue: Any = pdf.Root
        root = catalogue.get("/StructTreeRoot", pikepdf.Dictionary())
        self._root = root
        self._content = content
        self._roles = Roles(root)
        self._classes = root.get("/ClassMap", {})
        self._language = words(catalogue.get("/Lang"))
        self._numbers = {
            objgen: at for at, objgen in enumerate(_in_order(root)) if objgen != (0, 0)
        }
        self.destinations = Destinations(pdf, self._numbers.get)
        self._named = {
            bytes(name): self._numbers.get(element.objgen)
            for name, element in tree_entries(root.get("/IDTree"), "/Names")
            if is_dictionary(element)
        }
        self.reached: set[Key] = set()
        self.elements: dict[int, PdfElement] = {}
        self._begun = 0

    def number_of(self, element: Any) -> int | None:
        """The place of an element in reading order, from 0."""
        return self._numbers.get(element.objgen) if is_dictionary(element) else None

    def read(self) -> tuple[PdfElement, ...]:
        """The elements at the top of the tree, with all the others in them."""
        return tuple(self._element(kid, self._language) for kid in _elements_in(self._root))

    def _element(self, element: Any, language: str) -> PdfElement:
        mine, self._begun = self._begun, self._begun + 1
        # Looking up a key is much slower in a pikepdf object than in a dict.
        element = dict(element.items())
        language = words(element.get("/Lang")) or language
        page = element.get("/Pg")
        number_on = None if page is None else self.destinations.page(page.objgen)
        content = tuple(self._content_of(element, language))
        replacement = element.get("/ActualText")
        if replacement is not None:
            content = (Words(without_soft_hyphens(words(replacement)), language, number_on or 0),)
        annotations = [
            kid.Obj
            for kid in several(element.get("/K"))
            if is_dictionary(kid) and is_dictionary(kid.get("/Obj"))
        ]
        links = [one for one in annotations if words(one.get("/Subtype")) == "Link"]
        role, namespace = self._roles.standard(element)
        attributes = attributes_of(element, self._classes)
        header_names = names(attributes.get("Headers"))
        self.elements[mine] = PdfElement(
            number=mine,
            role=role,
            tag=words(element.get("/S")),
            namespace=namespace,
            language=language,
            content=content,
            page=number_on,
            name=words(element.get("/ID")),
            title=words(element.get("/T")),
            alternative=words(element["/Alt"]) if "/Alt" in element else None,
            expansion=words(element.get("/E")),
            replaced=replacement is not None,
            links=tuple(self.destinations.target(link) for link in links),
            contents=tuple(words(link.get("/Contents")) for link in links),
            contents_languages=tuple(words(link.get("/Lang")) or self._language for link in links),
            references=tuple(
                at
                for one in several(element.get("/Ref"))
                if (at := self.number_of(one)) is not None
            ),
            headers=tuple(at for name in header_names if (at := self._named.get(name)) is not None),
            lost_headers=tuple(
                name.decode("latin-1") for name in header_names if self._named.get(name) is None
            ),
            scope=words(attributes.get("Scope")),
            row_span=number(attributes.get("RowSpan"), 1),
            column_span=number(attributes.get("ColSpan"), 1),
            numbering=words(attributes.get("ListNumbering")),
            bbox=numbers(attributes.get("BBox")),
            files=tuple(_files(element)),
            annotations=tuple(
                _annotation(one) for one in annotations if words(one.get("/Subtype")) != "Link"
            ),
        )
        return self.elements[mine]

    def _content_of(self, element: Any, language: str) -> Iterator[PdfElement | Words]:
        """Yield the content of ``element``, in the order of its ``K``."""
        page = element.get("/Pg")
        for kid in several(element.get("/K")):
            if isinstance(kid, int):
                if page is not None:
                    yield from self._words((page.objgen, kid), language)
            elif _is_element(kid):
                yield self._element(kid, language)
            elif words(kid.get("/Type")) == "MCR":
                owner = kid.get("/Stm", kid.get("/Pg", page))
                if owner is not None:
                    yield from self._words((owner.objgen, int(kid.MCID)), language)

    def _words(self, key: Key, language: str) -> Iterator[Words]:
        if key not in self._content.tagged:
            return
        self.reached.add(key)
        for said in self._content.tagged[key]:
            yield Words(
                without_soft_hyphens(said.text),
                said.language or language,
                said.page,
                said.expansion,
                said.points,
            )


def _is_element(kid: Any) -> bool:
    return is_dictionary(kid) and words(kid.get("/Type")) not in _NOT_ELEMENTS


def _elements_in(element: Any) -> Iterator[Any]:
    return (kid for kid in several(element.get("/K")) if _is_element(kid))


def _in_order(root: Any) -> Iterator[Objgen]:
    """Yield every element's object number in reading order; raise if the tree loops."""
    seen = set()
    todo = [(kid, 1) for kid in _elements_in(root)][::-1]
    while todo:
        element, depth = todo.pop()
        if depth > _DEEPEST or element.objgen in seen:
            raise UnreadableError("the structure tree is no tree: it loops, or has no bottom")
        if element.is_indirect:
            seen.add(element.objgen)
        yield element.objgen
        todo += [(kid, depth + 1) for kid in _elements_in(element)][::-1]


def _annotation(annotation: Any) -> Annotation:
    """A field, with what its parents say of it (ISO 32000-2, 12.7.4.2), or a comment."""
    found: dict[str, str] = {}
    owner, depth = annotation, 0
    while is_dictionary(owner) and depth < _DEEPEST_FIELD:
        for key in ("/TU", "/T", "/V", "/FT"):
            if key in owner and key not in found:
                found[key] = _said(owner[key])
        owner, depth = owner.get("/Parent"), depth + 1
    kind = words(annotation.get("/Subtype"))
    name = found.get("/TU") or found.get("/T", "")
    if kind != "Widget":
        return Annotation(kind, words(annotation.get("/T")), words(annotation.get("/Contents")))
    return Annotation(kind, name, found.get("/V", ""), found.get("/FT", ""))


def _said(value: Any) -> str:
    if isinstance(value, pikepdf.Array):
        return ", ".join(words(one) for one in value)
    return words(value) if isinstance(value, pikepdf.String | pikepdf.Name) else ""


def _files(element: Any) -> Iterator[AssociatedFile]:
    for specification in several(element.get("/AF")):
        streams = specification.get("/EF", {})
        stream = streams.get("/UF", streams.get("/F"))
        if stream is not None:
            yield AssociatedFile(
                name=words(specification.get("/UF", specification.get("/F"))),
                media_type=words(stream.get("/Subtype")),
                relationship=words(specification.get("/AFRelationship")),
                content=stream.read_bytes(),
            )
