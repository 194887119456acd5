"""Write the structure tree as PDF objects (ISO 32000-2, 14.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf

from bindery.editions.pdf.structure.marks import Content
from bindery.editions.pdf.structure.objects import Formulas, Raw, text_string
from bindery.editions.pdf.structure.roles import TYPES
from bindery.editions.pdf.structure.standards import Standards
from bindery.editions.pdf.structure.struct_elements import Annotation, StructElem
from bindery.editions.pdf.structure.tree import Tree

PDF_20 = "http://iso.org/pdf2/ssn"
"""PDF 2.0's namespace of standard structure types (ISO 32000-2, 14.8.6)."""


@dataclass(slots=True)
class Written:
    """The object numbers of structure elements and annotations, for links and bookmarks."""

    numbers: dict[StructElem, int]
    annotations: dict[Annotation, int]
    annotation_keys: dict[Annotation, int]


def write_tree(pdf: pydyf.PDF, tree: Tree, forms: Sequence[Any], standards: Standards) -> Written:
    """Add the tree to ``pdf``, whose pages are complete.

    Links' annotations get a number here and are written by ``annotations``.
    """
    return _Writer(pdf, tree, forms, standards).write()


class _Writer:
    def __init__(
        self, pdf: pydyf.PDF, tree: Tree, forms: Sequence[Any], standards: Standards
    ) -> None:
        self.pdf = pdf
        self.tree = tree
        self.forms = forms
        self.standards = standards
        self.pages: tuple[int, ...] = tuple(pdf.pages["Kids"][::3])
        self.parents: dict[tuple[int, int], dict[int, int]] = {}
        self.objects: dict[StructElem, Raw] = {}
        self.written = Written({}, {}, {})
        self.namespace = 0
        self.files = Formulas(pdf)

    def write(self) -> Written:
        root = self._add(Raw())
        if self.standards.namespaces:
            self.namespace = self._add(Raw(f"<</Type/Namespace/NS({PDF_20})>>".encode())).number
        for element in self._in_order_of_type():
            self.objects[element] = self._add(Raw())
            self.written.numbers[element] = self.objects[element].number
            for kid in element.kids:
                if isinstance(kid, Annotation):
                    self.written.annotations[kid] = self._add(pydyf.Dictionary()).number
                    key = len(self.pages) + len(self.forms) + len(self.written.annotation_keys)
                    self.written.annotation_keys[kid] = key
        self._element(self.tree.document, root.number)
        root.bytes = self._root(self._add(Raw(self._parent_tree())).number)
        self.pdf.catalog["StructTreeRoot"] = root.reference
        self.files.list_in_catalog()
        return self.written

    def _in_order_of_type(self) -> list[StructElem]:
        """The elements sorted by type, siblings together, which makes the file a tenth smaller."""
        generation, found = [self.tree.document], []
        while generation:
            found += generation
            kids = (kid for element in generation for kid in element.kids)
            generation = [kid for kid in kids if isinstance(kid, StructElem)]
        return sorted(found, key=lambda element: element.type)

    def _add(self, made: Any) -> Any:
        self.pdf.add_object(made)
        return made

    def _root(self, parent_tree: int) -> bytes:
        document = self.written.numbers[self.tree.document]
        parts = [f"/Type/StructTreeRoot/K[{document} 0 R]/ParentTree {parent_tree} 0 R"]
        next_key = len(self.pages) + len(self.forms) + len(self.written.annotation_keys)
        parts.append(f"/ParentTreeNextKey {next_key}")
        named = sorted(
            (text_string(element.id), number)
            for element, number in self.written.numbers.items()
            if element.id
        )
        if named:
            names = b" ".join(b"%b %d 0 R" % pair for pair in named).decode("latin-1")
            first, last = (named[i][0].decode("latin-1") for i in (0, -1))
            parts.append(f"/IDTree<</Kids[<</Limits[{first} {last}]/Names[{names}]>>]>>")
        if self.standards.namespaces:
            parts.append(f"/Namespaces[{self.namespace} 0 R]")
        else:
            mapped = "".join(
                f"/{name}/{known.in_17}" for name, known in TYPES.items() if known.in_17
            )
            parts.append(f"/RoleMap<<{mapped}>>")
        return f"<<{''.join(parts)}>>".encode("latin-1")

    def _element(self, element: StructElem, parent: int) -> None:
        known = TYPES[element.type]
        number = self.written.numbers[element]
        name = element.type
        entries = [f"/S/{name}/P {parent} 0 R"]
        if self.standards.namespaces and known.in_20:
            entries[0] = f"/S/{known.in_20}/NS {self.namespace} 0 R/P {parent} 0 R"
        home = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if home is not None:
            entries.append(f"/Pg {self.pages[home]} 0 R")
        kids = [self._kid(kid, number, home) for kid in element.kids]
        if kids:
            entries.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        entries += self._properties(element)
        self.objects[element].bytes = f"<<{''.join(entries)}>>".encode("latin-1")

    def _kid(self, kid: StructElem | Content | Annotation, parent: int, home: int | None) -> str:
        if isinstance(kid, StructElem):
            self._element(kid, parent)
            return f"{self.written.numbers[kid]} 0 R"
        page = self.pages[kid.page]
        if isinstance(kid, Annotation):
            annotation = self.written.annotations[kid]
            key = self.written.annotation_keys[kid]
            self.parents[2, key] = {0: parent}
            return f"<</Type/OBJR/Obj {annotation} 0 R/Pg {page} 0 R>>"
        if kid.form:
            self.parents.setdefault((1, kid.form), {})[kid.mcid] = parent
            form = self.forms[kid.form - 1].number
            return f"<</Type/MCR/Pg {page} 0 R/Stm {form} 0 R/MCID {kid.mcid}>>"
        self.parents.setdefault((0, kid.page), {})[kid.mcid] = parent
        if kid.page != home:
            return f"<</Type/MCR/Pg {page} 0 R/MCID {kid.mcid}>>"
        return str(kid.mcid)

    def _properties(self, element: StructElem) -> list[str]:
        entries = []
        for key, text in (
            ("ID", element.id),
            ("Lang", element.language),
            ("Alt", element.alternative),
            ("E", element.expansion),
        ):
            if text:
                entries.append(f"/{key}{pydyf.String(text).data.decode('latin-1')}")
        if owners := [self._attributes(*pair) for pair in element.attributes.items()]:
            entries.append(f"/A{owners[0]}" if len(owners) == 1 else f"/A[{''.join(owners)}]")
        found = (self.tree.by_id.get(self.tree.id_in(name)) for name in element.refers_to)
        if others := dict.fromkeys(other for other in found if other is not None):
            numbers = " ".join(f"{self.written.numbers[other]} 0 R" for other in others)
            entries.append(f"/Ref[{numbers}]")
        if element.mathml and self.standards.associated_files:
            entries.append(f"/AF[{self.files.add(element.mathml)} 0 R]")
        return entries

    def _attributes(self, owner: str, values: Mapping[str, object]) -> str:
        written = "".join(f"/{name}{self._value(value)}" for name, value in values.items())
        return f"<</O/{owner}{written}>>"

    def _value(self, value: object) -> str:
        if isinstance(value, str):
            in_17 = {"Description": "None", "Unordered": "None"}
            return f"/{value if self.standards.namespaces else in_17.get(value, value)}"
        if isinstance(value, list):
            names = "".join(text_string(name).decode("latin-1") for name in value)
            return f"[{names}]"
        if isinstance(value, tuple):
            return "[" + " ".join(f"{number:.2f}".rstrip("0").rstrip(".") for number in value) + "]"
        return f" {value}"

    def _parent_tree(self) -> bytes:
        """The element of each marked-content sequence, page by page, and of each annotation."""
        entries = []
        for index, page in enumerate(self.pages):
            dictionary = self.pdf.objects[page]
            dictionary["StructParents"] = index
            dictionary["Tabs"] = "/S"
            entries.append(f"{index}{self._array((0, index))}")
        for index, form in enumerate(self.forms, start=1):
            key = len(self.pages) + index - 1
            if (1, index) in self.parents:
                form.extra["StructParents"] = key
                entries.append(f"{key}{self._array((1, index))}")
        annotated = sorted(key for kind, key in self.parents if kind == 2)
        entries += [f"{key} {self.parents[2, key][0]} 0 R" for key in annotated]
        return f"<</Nums[{' '.join(entries)}]>>".encode()

    def _array(self, key: tuple[int, int]) -> str:
        parents = self.parents.get(key, {})
        refs = [
            f"{parents[mcid]} 0 R" if mcid in parents else "null"
            for mcid in range(max(parents, default=-1) + 1)
        ]
        return f"[{' '.join(refs)}]"
