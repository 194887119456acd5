"""Small tagged PDFs, written object by object: no layout engine, and no builder of ours."""

from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Break:
    """What follows stands on the next page."""


@dataclass(frozen=True)
class Furniture:
    """Text for the eye alone: an artifact."""

    text: str


@dataclass(frozen=True)
class Loose:
    """Text that is drawn and in no marked content at all; ``marked``, in one nothing refers to."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class InForm:
    """Text in a form XObject, with marked content of its own."""

    text: str


@dataclass(frozen=True)
class Meant:
    """Text drawn as ``drawn`` that says ``text`` (``ActualText`` of a marked-content sequence)."""

    drawn: str
    text: str


Kid = Any
"""An ``Elem``, text, or one of the above."""


@dataclass(frozen=True)
class Elem:
    """A structure element.

    ``facts`` are entries of its dictionary and ``attributes`` those of its attributes' owners.
    ``uri`` or ``to`` (an ``id``) gives it a link annotation; ``page`` opens another than that of
    ``to``.
    """

    role: str
    kids: tuple[Kid, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    id: str = ""
    uri: str = ""
    to: str = ""
    refers: str = ""
    page: int | None = None
    files: tuple[bytes, ...] = ()

    def but(self, **changes: Any) -> "Elem":
        """The same with changes."""
        return replace(self, **changes)


def elem(role: str, *kids: Kid, **facts: Any) -> Elem:
    """An element. Small letters name the fields of ``Elem``, capitals dictionary entries."""
    fields = {name: facts.pop(name) for name in list(facts) if name[0].islower()}
    return Elem(role, kids, {f"/{name}": value for name, value in facts.items()}, **fields)


@dataclass
class Sheets:
    """A PDF on its way. ``made`` holds each named element's object and page."""

    role_map: dict[str, str] = field(default_factory=dict)
    namespace: str = ""

    def __post_init__(self) -> None:
        self.pdf = pikepdf.new()
        self._characters: list[str] = []
        self._streams: list[list[bytes]] = []
        self._mcids: list[int] = []
        self._forms: list[dict[str, Any]] = []
        self._named: dict[str, Any] = {}
        self._page_of: dict[str, int] = {}
        self._links: list[tuple[Any, Elem]] = []
        self._refers: list[tuple[Any, str]] = []
        self._new_page()

    def write(
        self,
        *roots: Elem,
        catalogue: dict[str, Any] | None = None,
        bookmarks: tuple[tuple[str, str], ...] = (),
    ) -> bytes:
        """The PDF's bytes.

        ``catalogue`` is what its catalogue has besides the tree, and ``bookmarks`` are titles with
        the ids they lead to.
        """
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.pdf.Root.StructTreeRoot = root
        root.RoleMap = Dictionary({f"/{a}": Name(f"/{b}") for a, b in self.role_map.items()})
        if self.namespace:
            self._namespace = self.pdf.make_indirect(
                Dictionary(Type=Name.Namespace, NS=String(self.namespace))
            )
        root.K = Array([self._element(one, root) for one in roots])
        names = [[String(key), value] for key, value in sorted(self._named.items())]
        root.IDTree = Dictionary(Names=Array([part for pair in names for part in pair]))
        self._draw()
        for annotation, link in self._links:
            if link.uri:
                annotation.A = Dictionary(S=Name.URI, URI=String(link.uri))
            else:
                annotation.A = self.go_to(link.to, link.page)
        for made, name in self._refers:
            made.Ref = Array([self._named[name]])
        self._bookmark(bookmarks)
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)
        self.pdf.Root.Lang = String("nb")
        self.pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        for key, value in (catalogue or {}).items():
            self.pdf.Root[key] = value
        with self.pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
            xmp["dc:title"] = "Prøvebok"
        written = BytesIO()
        self.pdf.save(written, min_version="1.7")
        return written.getvalue()

    def go_to(self, name: str, page: int | None = None) -> Dictionary:
        """An action that leads to a named element: ``SD``, and ``D`` to its page."""
        number = self._page_of[name] if page is None else page
        return Dictionary(
            S=Name.GoTo,
            D=Array([self.pdf.pages[number - 1].obj, Name.Fit]),
            SD=Array([self._named[name], Name.Fit]),
        )

    def _bookmark(self, bookmarks: tuple[tuple[str, str], ...]) -> None:
        items = [
            self.pdf.make_indirect(Dictionary(Title=String(title), A=self.go_to(name)))
            for title, name in bookmarks
        ]
        for item, following in pairwise(items):
            item.Next = following
        if items:
            self.pdf.Root.Outlines = Dictionary(First=items[0], Last=items[-1])

    def _new_page(self) -> None:
        self.pdf.add_blank_page(page_size=(400, 400))
        self._streams.append([])
        self._mcids.append(0)

    def _element(self, elem: Elem, parent: Any) -> Any:
        made = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{elem.role}"), P=parent)
        )
        if self.namespace:
            made.NS = self._namespace
        for key, value in elem.facts.items():
            made[key] = String(value) if isinstance(value, str) else value
        made.A = Array(
            [
                Dictionary({"/O": Name(f"/{owner}"), **values})
                for owner, values in elem.attributes.items()
            ]
        )
        if elem.id:
            made.ID = String(elem.id)
            self._named[elem.id] = made
            self._page_of[elem.id] = len(self._streams)
        kids: list[Any] = []
        for kid in elem.kids:
            if isinstance(kid, Elem):
                kids.append(self._element(kid, made))
            else:
                kids += self._content(kid, made)
        if elem.uri or elem.to:
            kids.append(self._annotation(elem, made))
        made.K = Array(kids)
        if elem.refers:
            self._refers.append((made, elem.refers))
        if elem.files:
            made.AF = Array([self._file(content) for content in elem.files])
        return made

    def _annotation(self, elem: Elem, made: Any) -> Any:
        page = self.pdf.pages[-1].obj
        annotation = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Contents="Lenke"
            )
        )
        page.Annots = Array([*page.get("/Annots", ()), annotation])
        self._links.append((annotation, elem))
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)

    def _file(self, content: bytes) -> Any:
        stream = self.pdf.make_stream(content)
        stream.Subtype = Name("/application/mathml+xml")
        return Dictionary(
            Type=Name.Filespec,
            UF=String("formel.xml"),
            EF=Dictionary(F=stream),
            AFRelationship=Name.Supplement,
        )

    def _content(self, kid: Kid, made: Any) -> list[Any]:
        stream = self._streams[-1]
        if isinstance(kid, Break):
            self._new_page()
            return []
        if isinstance(kid, Furniture):
            stream += [b"/Artifact BMC", self._shown(kid.text), b"EMC"]
            return []
        if isinstance(kid, Loose):
            shown = self._shown(kid.text)
            stream.append(self._marked(shown) if kid.marked else shown)
            return []
        page = self.pdf.pages[-1].obj
        if isinstance(kid, InForm):
            name = f"/F{len(self._forms)}"
            shown = b"/Span <</MCID 0>> BDC " + self._shown(kid.text) + b" EMC"
            form = self.pdf.make_stream(shown)
            self._forms.append({"page": page, "name": name, "form": form})
            stream.append(name.encode() + b" Do")
            return [Dictionary(Type=Name.MCR, Pg=page, Stm=form, MCID=0)]
        if isinstance(kid, Meant):
            text = ("\ufeff" + kid.text).encode("utf-16-be").hex().encode()
            shown = b"/Span <</ActualText <" + text + b">>> BDC " + self._shown(kid.drawn) + b" EMC"
        else:
            shown = self._shown(kid)
        stream.append(self._marked(shown))
        return [Dictionary(Type=Name.MCR, Pg=page, MCID=self._mcids[-1] - 1)]

    def _marked(self, shown: bytes) -> bytes:
        mcid = self._mcids[-1]
        self._mcids[-1] += 1
        return b"/Span <</MCID %d>> BDC " % mcid + shown + b" EMC"

    def _shown(self, text: str) -> bytes:
        codes = b""
        for character in text:
            if character not in self._characters:
                self._characters.append(character)
            codes += b"%04x" % (self._characters.index(character) + 1)
        return b"BT /T 12 Tf [<" + codes + b">] TJ ET"

    def _draw(self) -> None:
        pairs = b"".join(
            b"<%04x> <%s>\n" % (code, character.encode("utf-16-be").hex().encode())
            for code, character in enumerate(self._characters, start=1)
        )
        cmap = (
            b"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
            b"%d beginbfchar\n%sendbfchar\n" % (len(self._characters), pairs)
        )
        font = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                Encoding=Name("/Identity-H"),
                BaseFont=Name.Test,
                ToUnicode=self.pdf.make_stream(cmap),
            )
        )
        for page, stream in zip(self.pdf.pages, self._streams, strict=True):
            page.obj.Contents = self.pdf.make_stream(b"\n".join(stream))
            page.obj.Resources = Dictionary(Font=Dictionary(T=font), XObject=Dictionary())
        for one in self._forms:
            one["form"].Type, one["form"].Subtype = Name.XObject, Name.Form
            one["form"].BBox = Array([0, 0, 9, 9])
            one["form"].Resources = Dictionary(Font=Dictionary(T=font))
            one["page"].Resources.XObject[one["name"]] = one["form"]


def sheets(*roots: Elem, role_map: dict[str, str] | None = None, namespace: str = "") -> bytes:
    """A PDF of ``roots`` and nothing else."""
    return Sheets(role_map or {}, namespace).write(*roots)
