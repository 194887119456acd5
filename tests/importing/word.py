"""Word files as code: the parts of a .docx, written as Word writes them, from what a test says."""

import io
import zipfile
from xml.sax.saxutils import escape

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

XML = ("<w:", "<m:", "<mc:")
"""How a string begins that is XML already."""

STYLES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "Caption": "caption",
    "Quote": "Quote",
    "TOC1": "toc 1",
    "ListParagraph": "List Paragraph",
}
"""The paragraph styles by id, with the names that Word knows them by."""


def run(text: str, properties: str = "") -> str:
    """A run of ``text``; line breaks and tabs in it are those of Word."""
    inner = "".join(
        {"\n": "<w:br/>", "\t": "<w:tab/>", "\f": "<w:lastRenderedPageBreak/>"}.get(part)
        or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in _parts(text)
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def _parts(text: str) -> list[str]:
    parts = [""]
    for letter in text:
        if letter in "\n\t\f":
            parts += [letter, ""]
        else:
            parts[-1] += letter
    return [part for part in parts if part]


def bold(text: str) -> str:
    """A run in bold."""
    return run(text, "<w:b/>")


def italic(text: str) -> str:
    """A run in italics."""
    return run(text, "<w:i/>")


def in_language(text: str, language: str) -> str:
    """A run that Word was told is in another language."""
    return run(text, f'<w:lang w:val="{language}"/>')


def hidden(text: str) -> str:
    """A run that Word does not print."""
    return run(text, "<w:vanish/>")


def inserted(text: str, author: str = "Kari") -> str:
    """A run that somebody has added, with track changes on."""
    return f'<w:ins w:id="90" w:author="{author}">{run(text)}</w:ins>'


def deleted(text: str, author: str = "Kari") -> str:
    """A run that somebody has deleted, with track changes on."""
    return (
        f'<w:del w:id="91" w:author="{author}"><w:r><w:delText xml:space="preserve">'
        f"{escape(text)}</w:delText></w:r></w:del>"
    )


def field(code: str, result: str) -> str:
    """A field with its result, as five runs."""
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return (
        f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f"{middle}{result}{end}"
    )


def bookmark(name: str, inner: str) -> str:
    """A place in the text that fields refer to."""
    return f'<w:bookmarkStart w:id="7" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="7"/>'


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; a string without a tag is a run of that text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(one if one.startswith(XML) else run(one) for one in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def item(text: str, numbered: int = 1, level: int = 0) -> str:
    """An item of a list: 1 has bullets, 2 has numbers, 3 has letters."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbered}"/></w:numPr>'
    return paragraph(text, style="ListParagraph", properties=number)


def cell(*content: str, span: int = 1, merged: str = "") -> str:
    """A cell over ``span`` columns; ``merged`` is «restart» or «continue», over rows."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merge = f'<w:vMerge w:val="{merged}"/>' if merged else ""
    inner = "".join(one if one.startswith(XML) else paragraph(one) for one in content)
    return f"<w:tc><w:tcPr>{spans}{merge}</w:tcPr>{inner or paragraph()}</w:tc>"


def row(*cells: str, header: bool = False) -> str:
    """A row of cells; a string without a tag is a cell of that text."""
    flag = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    inner = "".join(one if one.startswith(XML) else cell(one) for one in cells)
    return f"<w:tr>{flag}{inner}</w:tr>"


def table(*rows: str, columns: int, first_row: bool = False) -> str:
    """A table of rows; ``first_row`` is the look that Word calls a header row."""
    look = f'<w:tblLook w:firstRow="{int(first_row)}" w:val="{"0020" if first_row else "0000"}"/>'
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def text_box(*content: str) -> str:
    """A run with a text box, as today's Word writes it, and for older ones."""
    inner = "".join(one if one.startswith(XML) else paragraph(one) for one in content)
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic>"
        f"<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def control(inner: str) -> str:
    """A content control around runs or paragraphs."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def formula(inner: str = "<m:r><m:t>a+b</m:t></m:r>") -> str:
    """A formula in the line."""
    return f"<m:oMath>{inner}</m:oMath>"


class Word:
    """A document that is being written: paragraphs and tables, and the parts they refer to."""

    def __init__(self, *body: str, language: str = "nb-NO", title: str = "") -> None:
        self.body = list(body)
        self.language = language
        self.title = title
        self.creator = ""
        self.notes: list[str] = []
        self.comments: list[tuple[str, str]] = []
        self.files: dict[str, bytes] = {}
        self.relations: list[tuple[str, str, str]] = []
        self.header = ""
        self.own_styles = ""

    def note(self, text: str) -> str:
        """The mark of a footnote with this text."""
        self.notes.append(text)
        return f'<w:r><w:footnoteReference w:id="{len(self.notes) + 1}"/></w:r>'

    def commented(self, text: str, comment: str, author: str = "Per") -> str:
        """A run that somebody has commented on."""
        self.comments.append((author, comment))
        number = len(self.comments) - 1
        return (
            f'<w:commentRangeStart w:id="{number}"/>{run(text)}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    def picture(
        self, name: str, content: bytes, described: str = "", *, decorative: bool = False
    ) -> str:
        """A run with a picture in the line."""
        self.files[f"word/media/{name}"] = content
        return self._drawn(
            self._related("image", f"media/{name}"), "r:embed", described, decorative
        )

    def linked_picture(self, address: str) -> str:
        """A run with a picture that is somewhere else."""
        return self._drawn(self._related("image", address, external=True), "r:link", "", False)

    def chart(self, title: str, categories: list[str], values: list[str]) -> str:
        """A run with a chart of one series."""
        points = [
            f"<c:{kind}><c:strRef><c:strCache>"
            + "".join(
                f'<c:pt idx="{at}"><c:v>{escape(v)}</c:v></c:pt>' for at, v in enumerate(all_)
            )
            + f"</c:strCache></c:strRef></c:{kind}>"
            for kind, all_ in (("cat", categories), ("val", values))
        ]
        self.files["word/charts/chart1.xml"] = (
            f"{_XML}<c:chartSpace {SPACES}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>"
            f"{escape(title)}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>"
            f"<c:ser>{''.join(points)}</c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
        ).encode()
        relation = self._related("chart", "charts/chart1.xml")
        return (
            '<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Diagram 1"/><a:graphic>'
            f'<a:graphicData><c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline>'
            "</w:drawing></w:r>"
        )

    def link(self, address: str, text: str) -> str:
        """A link to a web address."""
        relation = self._related("hyperlink", address, external=True)
        return f'<w:hyperlink r:id="{relation}">{run(text)}</w:hyperlink>'

    def _related(self, kind: str, target: str, *, external: bool = False) -> str:
        self.relations.append((kind, escape(target), ' TargetMode="External"' * external))
        return f"rId{len(self.relations) + 20}"

    @staticmethod
    def _drawn(relation: str, how: str, described: str, decorative: bool) -> str:
        mark = (
            '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
            ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
            "</a:ext></a:extLst>"
        )
        return (
            f'<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="2"'
            f' name="Bilde 1" descr="{escape(described)}">{mark * decorative}</wp:docPr><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip {how}="{relation}"/></pic:blipFill><pic:spPr/></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def content(self) -> bytes:
        """The whole file."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._parts().items():
                archive.writestr(name, content)
        return packed.getvalue()

    def _parts(self) -> dict[str, str | bytes]:
        related = [
            *((f"rId{at + 21}", *relation) for at, relation in enumerate(self.relations)),
            ("rId1", "styles", "styles.xml", ""),
            ("rId2", "numbering", "numbering.xml", ""),
            ("rId3", "footnotes", "footnotes.xml", ""),
            ("rId4", "comments", "comments.xml", ""),
            *([("rId5", "header", "header1.xml", "")] if self.header else []),
        ]
        section = '<w:headerReference w:type="default" r:id="rId5"/>' if self.header else ""
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": _relations(
                [
                    ("rId1", "officeDocument", "word/document.xml", ""),
                    ("rId2", "core", "docProps/core.xml", ""),
                ]
            ),
            "docProps/core.xml": (
                f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
                ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<dc:title>{escape(self.title)}</dc:title>"
                f"<dc:creator>{escape(self.creator)}</dc:creator></cp:coreProperties>"
            ),
            "word/document.xml": (
                f"{_XML}<w:document {SPACES}><w:body>{''.join(self.body)}"
                f"<w:sectPr>{section}</w:sectPr></w:body></w:document>"
            ),
            "word/_rels/document.xml.rels": _relations(related),
            "word/styles.xml": self._styles(),
            "word/numbering.xml": _numbering(),
            "word/footnotes.xml": _notes(self.notes),
            "word/comments.xml": _comments(self.comments),
            **self.files,
        }
        if self.header:
            parts["word/header1.xml"] = f"{_XML}<w:hdr {SPACES}>{paragraph(self.header)}</w:hdr>"
        return parts

    def _types(self) -> str:
        word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        kinds = {
            "document": "document.main",
            "styles": "styles",
            "numbering": "numbering",
            "footnotes": "footnotes",
            "comments": "comments",
            "header1": "header",
        }
        named = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>'
            for name, kind in kinds.items()
            if name != "header1" or self.header
        )
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in {
                "rels": "application/vnd.openxmlformats-package.relationships+xml",
                "xml": "application/xml",
                "png": "image/png",
                "emf": "image/x-emf",
                "jpeg": "image/jpeg",
            }.items()
        )
        return f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{defaults}{named}</Types>'

    def _styles(self) -> str:
        each = "".join(
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/></w:style>'
            for name, called in STYLES.items()
        )
        return (
            f"{_XML}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="
            f'"{self.language}"/></w:rPr></w:rPrDefault></w:docDefaults>{each}{self.own_styles}'
            "</w:styles>"
        )


def _relations(every: list[tuple[str, str, str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{_REL}/{kind}" Target="{target}"{mode}/>'
        if kind != "core"
        else f'<Relationship Id="{name}" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        f' Target="{target}"/>'
        for name, kind, target, mode in every
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _numbering() -> str:
    kinds = {1: ("bullet", "•"), 2: ("decimal", "%1."), 3: ("lowerLetter", "%1)")}
    each = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{label.replace("1", str(level + 1))}"/></w:lvl>'
            for level in range(3)
        )
        + "</w:abstractNum>"
        for number, (kind, label) in kinds.items()
    )
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in kinds
    )
    return f"{_XML}<w:numbering {SPACES}>{each}{used}</w:numbering>"


def _notes(notes: list[str]) -> str:
    each = "".join(
        f'<w:footnote w:id="{number}">{paragraph("<w:r><w:footnoteRef/></w:r>", text)}</w:footnote>'
        for number, text in enumerate(notes, 2)
    )
    return f"{_XML}<w:footnotes {SPACES}>{each}</w:footnotes>"


def _comments(comments: list[tuple[str, str]]) -> str:
    each = "".join(
        f'<w:comment w:id="{number}" w:author="{author}">{paragraph(text)}</w:comment>'
        for number, (author, text) in enumerate(comments)
    )
    return f"{_XML}<w:comments {SPACES}>{each}</w:comments>"
