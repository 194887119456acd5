"""What the reader hears in a PDF: small ones, each with one thing to hear."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from bindery.document.paper import LARGE_TEXT_SIZE, SMALLEST_LETTERS, TEXT_SIZE
from bindery.finished.documents import UnreadableError
from bindery.finished.pdf.read import read_pdf
from bindery.finished.pdf.tagged import FinishedPdf, PdfElement, Target, Words
from bindery.readback.pdf.listing import listing
from bindery.rules.editions.pdf_letters_are_large_enough import find
from tests.readback.sheets import (
    SOFT_HYPHEN,
    Break,
    Furniture,
    InForm,
    Loose,
    Meant,
    Sheets,
    elem,
    sheets,
)


def heard(*kids: object) -> FinishedPdf:
    """What is heard of a Document of ``kids``."""
    return read_pdf(sheets(elem("Document", *kids)))


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a PDF."""
    written = BytesIO()
    pdf.save(written)
    return written.getvalue()


def one(pdf: FinishedPdf, role: str) -> PdfElement:
    """The only element of ``role``."""
    (found,) = (element for element in pdf.elements if element.role == role)
    return found


def test_text_comes_in_the_order_of_the_tree() -> None:
    """A listener hears the structure's order, whatever order the page was drawn in."""
    written = sheets(elem("Document", elem("P", "først"), elem("P", "sist")))
    with pikepdf.open(BytesIO(written)) as pdf:
        root = pdf.Root.StructTreeRoot.K[0]
        root.K = Array([root.K[1], root.K[0]])
        turned = read_pdf(saved(pdf))
    assert [element.text for element in turned.elements[1:]] == ["sist", "først"]


def test_a_paragraph_over_two_pages_is_one() -> None:
    """Its words are joined as they stand, and no space is invented between its parts."""
    pdf = heard(elem("P", "over ", Break(), "to sider, kommu" + SOFT_HYPHEN, "nens"))
    paragraph = one(pdf, "P")
    assert paragraph.text == "over to sider, kommunens"
    assert [words.page for words in paragraph.words()] == [1, 2, 2]


def test_words_that_run_together_are_heard_so() -> None:
    """Without a space in the file there is none in the ear."""
    assert one(heard(elem("P", "to", "linjer")), "P").text == "tolinjer"


def test_decoration_and_loose_text_are_not_heard() -> None:
    """Artifacts are silent; what is neither tagged nor an artifact is told of apart."""
    pdf = heard(elem("P", Furniture("7"), "tekst", Loose("løs"), Loose("glemt", marked=True)))
    assert one(pdf, "P").text == "tekst"
    assert [(loose.page, loose.text) for loose in pdf.untagged] == [(1, "løsglemt")]
    assert pdf.pages[0].furniture == ("7",)


def test_actual_text_is_heard_instead() -> None:
    """On a sequence and on an element, with all that is in it."""
    pdf = heard(
        elem("P", "a", Meant("fi", "fl"), "b"), elem("H1", elem("Span", "X"), ActualText="Y")
    )
    assert one(pdf, "P").text == "aflb"
    assert one(pdf, "H1").text == "Y"
    assert pdf.untagged == ()


def test_text_in_a_form_is_heard() -> None:
    """A group with opacity is a form XObject, with marked content of its own (``Stm``)."""
    assert one(heard(elem("P", "før ", InForm("inni"), " etter")), "P").text == "før inni etter"


def test_languages_alternatives_and_expansions_are_heard() -> None:
    """What is said of an element holds for all in it, until something else is said."""
    pdf = heard(
        elem(
            "Sect",
            elem("P", "norsk ", elem("Span", "guoli", Lang="se")),
            elem("Figure", "strek", Alt="Et kart"),
            elem("Span", "KS", E="Kommunesektorens organisasjon"),
            Lang="nn",
        )
    )
    assert [words.language for words in one(pdf, "P").words()] == ["nn", "se"]
    assert one(pdf, "Figure").alternative == "Et kart"
    assert [e.expansion for e in pdf.elements if e.expansion] == ["Kommunesektorens organisasjon"]


def test_links_say_where_they_lead() -> None:
    """To an address, and to an element on a page, from both D and SD."""
    pdf = heard(
        elem("P", elem("Link", "ut", uri="https://example.org/")),
        elem("P", elem("Link", "inn", to="mål")),
        Break(),
        elem("H2", "Målet", id="mål"),
    )
    outward, inward = (element.links for element in pdf.elements if element.role == "Link")
    assert outward == (Target(uri="https://example.org/"),)
    assert inward == (Target(element=one(pdf, "H2").number, page=2),)


def test_cells_know_their_headers() -> None:
    """Names in Headers are found through the IDTree; one that is not there is lost."""
    pdf = heard(
        elem(
            "Table",
            elem("TR", elem("TH", "By", id="h1", attributes={"Table": {"/Scope": Name.Column}})),
            elem(
                "TR",
                elem(
                    "TD",
                    "Bodø",
                    attributes={
                        "Table": {
                            "/Headers": Array([String("h1"), String("nei")]),
                            "/RowSpan": 2,
                            "/ColSpan": 3,
                        }
                    },
                ),
            ),
        )
    )
    cell = one(pdf, "TD")
    assert pdf.header_texts(cell) == ("By",)
    assert (cell.lost_headers, cell.row_span, cell.column_span) == (("nei",), 2, 3)
    assert one(pdf, "TH").scope == "Column"


def test_notes_lists_and_formulas_keep_what_is_said_of_them() -> None:
    """Ref both ways, ListNumbering, and the MathML of a formula."""
    pdf = heard(
        elem("P", elem("Reference", "1", id="ref", refers="note")),
        elem("Note", "Noten.", id="note", refers="ref"),
        elem("L", elem("LI"), attributes={"List": {"/ListNumbering": Name.Decimal}}),
        elem("Formula", "x", Alt="x", files=(b"<math/>",)),
    )
    note, reference = one(pdf, "Note"), one(pdf, "Reference")
    assert (reference.references, note.references) == ((note.number,), (reference.number,))
    assert one(pdf, "L").numbering == "Decimal"
    (file,) = one(pdf, "Formula").files
    assert (file.media_type, file.content) == ("application/mathml+xml", b"<math/>")


def test_roles_are_mapped_in_both_versions() -> None:
    """PDF 1.7 maps names; PDF 2.0's namespace has its own."""
    old = read_pdf(sheets(elem("Document", elem("FENote", "x")), role_map={"FENote": "Note"}))
    assert [(e.role, e.tag) for e in old.elements] == [("Document", "Document"), ("Note", "FENote")]
    new = read_pdf(
        sheets(elem("Document", elem("FENote", "x")), namespace="http://iso.org/pdf2/ssn")
    )
    assert {(e.role, e.namespace) for e in new.elements} == {
        ("Document", "pdf2"),
        ("FENote", "pdf2"),
    }


def test_a_namespace_of_its_own_is_mapped() -> None:
    """What a file calls ``kapittel`` is heard as the standard's ``Sect`` (14.8.6.2)."""
    with pikepdf.open(BytesIO(sheets(elem("kapittel", elem("navn", "x")), namespace="a"))) as pdf:
        chapter = pdf.Root.StructTreeRoot.K[0]
        standard = Dictionary(Type=Name.Namespace, NS=String("http://iso.org/pdf2/ssn"))
        chapter.NS.RoleMapNS = Dictionary(
            kapittel=Array([Name.Sect, pdf.make_indirect(standard)]), navn=Name.P
        )
        read = read_pdf(saved(pdf))
    assert [(one.role, one.namespace) for one in read.elements] == [("Sect", "pdf2"), ("P", "pdf")]


def test_page_labels_and_bookmarks_are_heard() -> None:
    """Roman front matter, then numbers; bookmarks with their level, element and page."""
    writing = Sheets()
    writing.write(elem("Document", elem("H1", "En", id="en"), Break(), elem("P", "x")))
    pdf = writing.pdf
    item = pdf.make_indirect(
        Dictionary(Title=String("En"), A=writing.go_to("en"), SE=writing.go_to("en").SD[0])
    )
    pdf.Root.Outlines = Dictionary(First=item, Last=item, Count=1)
    pdf.Root.PageLabels = Dictionary(
        Nums=Array([0, Dictionary(S=Name.r, St=4), 1, Dictionary(S=Name.D, P=String("A-"))])
    )
    heard_of = read_pdf(saved(pdf))
    assert [page.label for page in heard_of.pages] == ["iv", "A-1"]
    (mark,) = heard_of.bookmarks
    assert (mark.title, mark.level, mark.target) == ("En", 1, Target(element=1, page=1))
    assert mark.element == 1


@pytest.mark.parametrize(
    ("body", "codes", "text"),
    [
        (b"1 beginbfrange <0003> <0005> <0061> endbfrange", b"000300040005", "abc"),
        (b"1 beginbfrange <01> <02> [<00660069> <00E6>] endbfrange", b"00010002", "fiæ"),
        (b"1 beginbfchar <0007> <D83DDE00> endbfchar", b"0007", "😀"),
        (b"1 beginbfchar <0007> <0041> endbfchar", b"0008", "\ufffd"),
    ],
)
def test_codes_become_the_authors_characters(body: bytes, codes: bytes, text: str) -> None:
    """Ranges, ligatures and emoji; what no one can name is heard as lost."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(99, 99)).obj
    cmap = pdf.make_stream(b"begincodespacerange <0000> <ffff> endcodespacerange " + body)
    page.Resources = Dictionary(
        Font=Dictionary(T=Dictionary(Type=Name.Font, Subtype=Name.Type0, ToUnicode=cmap))
    )
    page.Contents = pdf.make_stream(b"BT /T 9 Tf <" + codes + b"> Tj ET")
    assert [loose.text for loose in read_pdf(saved(pdf)).untagged] == [text]


def test_the_page_itself_may_say_more() -> None:
    """A font set inside ``q`` ends with ``Q``; a sequence may have a language and an expansion."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(99, 99)).obj
    fonts = {
        name: Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            ToUnicode=pdf.make_stream(b"1 beginbfchar <0001> <" + code + b"> endbfchar"),
        )
        for name, code in (("/A", b"0041"), ("/B", b"0042"))
    }
    page.Resources = Dictionary(
        Font=Dictionary(fonts), Properties=Dictionary(P=Dictionary(MCID=0, Lang=String("se")))
    )
    page.Contents = pdf.make_stream(
        b"/P /P BDC BT /A 9 Tf q /B 9 Tf <0001> Tj Q [<0001> -9 (\\000\\001)] TJ ET "
        b"/Span <</E (bokstav)>> BDC <0001> ' EMC EMC"
    )
    element = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.P, Pg=page, K=0, Lang=String("nb"))
    )
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=element)
    (paragraph,) = read_pdf(saved(pdf)).elements
    assert [(one.text, one.language, one.expansion) for one in paragraph.words()] == [
        ("B", "se", ""),
        ("AA", "se", ""),
        ("A", "se", "bokstav"),
    ]


def test_an_image_is_tagged_or_decoration() -> None:
    """One that is neither is told of, with its page."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(99, 99)).obj
    image = pdf.make_stream(b"\x00")
    image.Type, image.Subtype = Name.XObject, Name.Image
    page.Resources = Dictionary(XObject=Dictionary(I=image))
    page.Contents = pdf.make_stream(b"/Artifact BMC /I Do EMC /I Do")
    assert [(one.page, one.text) for one in read_pdf(saved(pdf)).untagged] == [(1, "")]


@pytest.mark.parametrize("content", [b"", b"hei", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_said_so(content: bytes, tmp_path: Path) -> None:
    """Bytes that nobody can open are an error of the reader's own, whatever they are."""
    with pytest.raises(UnreadableError):
        read_pdf(content)
    with pytest.raises(UnreadableError):
        read_pdf(tmp_path / "nei.pdf")


def test_a_tree_that_loops_is_no_tree() -> None:
    """An element that hangs from itself is refused, not followed for ever."""
    writing = Sheets()
    writing.write(elem("Document", elem("P", "x")))
    root = writing.pdf.Root.StructTreeRoot.K[0]
    root.K.append(root)
    with pytest.raises(UnreadableError, match="loops"):
        read_pdf(saved(writing.pdf))


def test_the_listing_reads_as_one_hears() -> None:
    """One line for each element, with what is said of it."""
    pdf = heard(
        elem("H1", "Tittel", id="t"),
        elem("P", "Se ", elem("Link", "tittelen", to="t"), elem("Span", "guoli", Lang="se")),
        elem("Figure", Alt="Et kart"),
    )
    assert listing(pdf) == (
        "PDF 1.7 “Prøvebok” lang=nb pages=1\n"
        "Document\n"
        "  H1 “Tittel”\n"
        "  P\n"
        "    “Se ”\n"
        "    Link → H1 “Tittel” on page 1 “tittelen”\n"
        "    Span lang=se “guoli”\n"
        "  Figure alt=“Et kart”\n"
    )


def test_elements_are_frozen() -> None:
    """What was heard cannot be changed after."""
    words = Words("a", "nb", 1)
    with pytest.raises(AttributeError):
        words.text = "b"  # type: ignore[misc]


def sizes(pdf: FinishedPdf) -> list[float]:
    """The sizes of letters, in reading order."""
    return [round(words.points, 2) for element in pdf.elements for words in element.words()]


def test_letters_are_as_large_as_they_are_drawn() -> None:
    """What makes the page, or the form they are in, smaller makes them smaller."""
    written = sheets(elem("P", "side"), elem("P", InForm("skjema")))
    page, form = sizes(read_pdf(written))
    assert page == form > 0
    with pikepdf.open(BytesIO(written)) as pdf:
        (drawn,) = (it for it in pdf.pages[0].Resources.XObject.values())
        drawn.Matrix = Array([0, 3, -3, 0, 7, 7])
        before, after = b"q 9 0 0 9 0 0 cm Q 0.5 0 0 -0.5 0 0 cm", b""
        pdf.pages[0].contents_add(before, prepend=True)
        pdf.pages[0].contents_add(after)
        changed = sizes(read_pdf(saved(pdf)))
    assert changed == [page / 2, page * 3 / 2]


def test_letters_that_stand_for_a_drawing_have_no_size() -> None:
    """Nobody sees the words of ActualText."""
    assert sizes(heard(elem("Span", "x", ActualText=String("ord")))) == [0.0, 0.0]


def test_large_print_is_held_to_what_it_promises() -> None:
    """Letters that are large enough for print are too small for large print; a drawing's pass."""
    kids = (elem("P", "tekst"), elem("Figure", "kart", elem("Caption", "under")))
    pdf = heard(*kids)
    (size,) = {*sizes(pdf)}
    assert SMALLEST_LETTERS[TEXT_SIZE] < size < SMALLEST_LETTERS[LARGE_TEXT_SIZE]
    assert list(find(replace(pdf, subject="build/bok.pdf"))) == []
    (told,) = find(replace(pdf, subject="build/bok-large-print.pdf"))
    assert told.message.nb.endswith("Slike steder: 2.")
