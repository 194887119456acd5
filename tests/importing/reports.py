"""Fourteen reports as Word files, each with what real ones have: all of it written by code."""

import io
from collections.abc import Callable

from PIL import Image

from tests.importing import word as w
from tests.importing.word import Word


def picture(kind: str = "PNG") -> bytes:
    """A small picture."""
    saved = io.BytesIO()
    Image.new("RGB", (1800, 1200), (31, 90, 107)).save(saved, kind)
    return saved.getvalue()


EMF = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60

LONG = (
    "Kommunen har hatt god fremgang i året som gikk. Flere innbyggere bruker tjenestene, og de "
    "fleste er fornøyde med dem."
)


def well_styled() -> Word:
    """An annual report as a careful writer makes it: nothing in it is a guess."""
    report = Word(title="Årsrapport 2026")
    heading = w.paragraph("Innledning", style="Heading1")
    report.body = [
        w.paragraph("Årsrapport for Nordvik", style="Title"),
        w.paragraph("Resultater og planer", style="Subtitle"),
        heading,
        w.paragraph(
            "Rapporten er skrevet for alle som bor i kommunen.", report.note("Se også nettsiden.")
        ),
        w.paragraph("Tiltak", style="Heading2"),
        w.paragraph(LONG),
        w.item("bygge ny skole"),
        w.item("rydde i parken"),
        w.paragraph(
            "Se ",
            w.field("REF _Ref5 \\h", w.run("figur 1")),
            " og ",
            w.field("REF _Ref6 \\h", w.run("tabell 1")),
            ".",
        ),
        w.paragraph(
            report.picture("kart.png", picture(), "Søylene viser 20 besøk i mars og 50 i mai")
        ),
        w.paragraph(
            w.bookmark("_Ref5", w.run("Figur ") + w.field("SEQ Figur", w.run("1"))),
            " Besøk i to måneder",
            style="Caption",
        ),
        w.paragraph("Økonomi", style="Heading1"),
        w.paragraph(
            "Resultatet er vist i tabellen. Vi kaller det ",
            w.in_language("a sound and stable result", "en-GB"),
            ".",
        ),
        w.paragraph(
            w.bookmark("_Ref6", w.run("Tabell ") + w.field("SEQ Tabell", w.run("1"))),
            " Kostnader i tusen kroner",
            style="Caption",
        ),
        w.table(
            w.row("Tiltak", "Kostnad", header=True),
            w.row("Skole", "1200"),
            w.row("Park", "340"),
            columns=2,
        ),
        w.paragraph(
            "Les mer på ", report.link("https://nordvik.example/plan", "nettsiden om planen"), "."
        ),
    ]
    return report


def action_plan() -> Word:
    """Headings in bold, lists by hand, symbols, hidden text, a box, tables without marks."""
    report = Word(language="en-US")
    big, small = '<w:b/><w:sz w:val="32"/>', '<w:b/><w:sz w:val="26"/>'
    report.body = [
        w.paragraph(w.run("1 Bakgrunn for planen", big)),
        w.paragraph(LONG, w.hidden("internt notat til rådmannen")),
        w.paragraph(w.run("1.1 Mål", small)),
        w.paragraph("Målet er ", w.in_language("del av planen i kommunen", "nn-NO")),
        w.paragraph("- flere plasser"),
        w.paragraph("- kortere kø"),
        w.paragraph("1) søke"),
        w.paragraph("2) vente"),
        w.paragraph("3) få svar"),
        w.paragraph(w.run("2 Tiltak som følger", big)),
        w.paragraph("\uf0b7 Wingdings foran linjen"),
        w.paragraph(
            w.text_box(w.paragraph(w.bold("Husk dette")), "Fristen er i mai."),
            "Teksten ved boksen.",
        ),
        w.table(w.row("År", "Søkere"), w.row("2025", "40"), columns=2, first_row=True),
        w.paragraph("Mellom tabellene."),
        w.table(
            w.row(w.cell("Budsjett", span=2), "Sum"),
            w.row(w.cell("Drift", merged="restart"), "100", "300"),
            w.row(w.cell(merged="continue"), "200", ""),
            columns=3,
        ),
        w.paragraph("Navn\tTelefon\tRom"),
        w.paragraph("Kari\t12345678\t4"),
    ]
    return report


def budget_note() -> Word:
    """Nynorsk with tracked changes, comments, a formula, controls, a drop cap, a nested table."""
    report = Word(language="nn-NO", title="Budsjettnotat")
    drop = '<w:framePr w:dropCap="drop" w:lines="2"/>'
    report.body = [
        w.paragraph("Budsjettnotat", style="Heading1"),
        w.paragraph("D", properties=drop),
        w.paragraph(
            "ette er eit notat om kva kommunen ikkje har råd til, og korleis vi løyser det."
        ),
        w.paragraph("Summen er ", w.deleted("4 millionar"), w.inserted("5 millionar kroner"), "."),
        w.paragraph(report.commented("Usikkert tal", "Sjekk dette med økonomi før møtet")),
        w.paragraph("Renta reknar vi slik: ", w.formula()),
        w.paragraph("Detaljar", style="Heading3"),
        w.control(w.paragraph("Innhald i eit felt")),
        w.table(
            w.row("Post", "Merknad"),
            w.row("Skule", w.cell("Før", w.table(w.row("a1", "b2"), columns=2), "etter")),
            columns=2,
        ),
        w.paragraph(report.linked_picture("https://nordvik.example/b.png")),
        w.paragraph(
            "Prisen er $5, eller $6; # ikkje ei overskrift, *ikkje kursiv* og <b>ikkje feit</b>."
        ),
        w.paragraph("2. februar er fristen."),
    ]
    return report


def english_report() -> Word:
    """English, with passages in other languages and marks that Word made by itself."""
    report = Word(language="en-GB", title="A report on reading")
    report.body = [
        w.paragraph("Why people read", style="Heading1"),
        w.paragraph(
            "They say ",
            w.in_language("jeg leser fordi jeg liker det", "nb-NO"),
            " and ",
            w.in_language("ich lese jeden Tag ein Buch", "de-DE"),
            ".",
        ),
        w.paragraph(
            w.in_language("This sentence is English, whatever its mark says of it.", "nb-NO")
        ),
        w.paragraph(
            "A name: ",
            w.in_language("Kristiansand", "nb-NO"),
            ", and the number ",
            w.in_language("1234", "nb-NO"),
            ".",
        ),
        w.paragraph("What they read", style="Heading1"),
        w.paragraph(
            "Most of them read ",
            w.run("novels", "<w:u w:val='single'/>"),
            " and ",
            w.italic("the news, "),
            "others ",
            w.bold("nothing"),
            ".",
        ),
    ]
    return report


def references() -> Word:
    """A list of contents, notes, references to pages and places, headers and footers."""
    report = Word(title="Planen")
    report.header = "Nordvik kommune – Handlingsplan"
    report.body = [
        w.control("<w:p><w:r><w:t>unused</w:t></w:r></w:p>").replace(
            "<w:sdtPr/>",
            '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "</w:docPartObj></w:sdtPr>",
        ),
        w.paragraph("Innledning\t1", style="TOC1"),
        w.paragraph("Mål\t2", style="TOC1"),
        w.paragraph(w.bookmark("_Ref1", w.run("Innledning")), style="Heading1"),
        w.paragraph(
            "Vi viser til ",
            w.field("REF _Ref2 \\h", w.run("Mål")),
            " på side ",
            w.field("PAGEREF _Ref2 \\h", w.run("2")),
            ".",
            report.note("En note med *stjerner*."),
        ),
        w.paragraph("Et sted ", w.bookmark("her", w.run("midt i teksten")), "."),
        w.paragraph(w.bookmark("_Ref2", w.run("Mål")), style="Heading1"),
        w.paragraph("Målet er ", w.field("REF her \\h", w.run("det samme")), "."),
        w.paragraph("Klokka ", w.field("DATE", w.run("12")), " i dag."),
        w.paragraph("En lenke til ", report.link("consultantplus://x", "et annet program"), "."),
    ]
    return report


def drawn_things() -> Word:
    """A chart, a Windows drawing, decoration, and alternatives that a program wrote."""
    report = Word(title="Bilder")
    report.body = [
        w.paragraph("Bildene", style="Heading1"),
        w.paragraph(report.chart("Fødte i kommunen", ["2024", "2025"], ["31", "28"])),
        w.paragraph(report.picture("tegning.emf", EMF, "Kart")),
        w.paragraph("Figur 1 Et kart som ikke kan vises", style="Caption"),
        w.paragraph(report.picture("pynt.png", picture(), decorative=True)),
        w.paragraph(report.picture("foto.jpeg", picture("JPEG"), "IMG_2031.jpg")),
        w.paragraph("Bilde 2: Et foto fra skolen."),
        w.paragraph("Med ", report.picture("ikon.png", picture(), "Et ikon"), " i linjen."),
        w.paragraph(report.picture("uten.png", picture())),
        w.paragraph("Etter bildene.", style="Heading1"),
        w.paragraph(LONG),
    ]
    return report


def own_styles() -> Word:
    """Headings in styles of the house's own, a fact box by its style, a level on a paragraph."""
    report = Word(title="Strategi")
    report.own_styles = (
        '<w:style w:type="paragraph" w:styleId="NK1"><w:name w:val="NK Kapittel"/><w:pPr>'
        '<w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="NK2">'
        '<w:name w:val="NK Avsnitt"/><w:basedOn w:val="NK1"/><w:pPr><w:outlineLvl w:val="1"/>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Boks">'
        '<w:name w:val="Faktaboks"/></w:style>'
        '<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/><w:rPr><w:vanish/>'
        "</w:rPr></w:style>"
    )
    report.body = [
        w.paragraph("Strategi for biblioteket", style="NK1"),
        w.paragraph(LONG, properties='<w:ind w:left="720"/>'),
        w.paragraph("Flere lesere", style="NK2"),
        w.paragraph("Halvparten låner bøker.", style="Boks"),
        w.paragraph("Et utdrag som er sitert.", style="Quote"),
        w.paragraph(LONG, w.run("ikke til publisering", '<w:rStyle w:val="Skjult"/>')),
        w.paragraph("Veien videre", properties='<w:outlineLvl w:val="0"/>'),
        w.paragraph(
            "En lang setning med nivå, som ikke er noen overskrift, for den har punktum.",
            properties='<w:outlineLvl w:val="1"/>',
        ),
    ]
    return report


def form() -> Word:
    """A form: boxes to check, fields that nobody filled in, tables that place text."""
    report = Word(title="Skjema")
    prompt = w.control(w.paragraph("Klikk eller trykk her for å skrive inn tekst."))
    report.body = [
        w.paragraph("Søknad", style="Heading1"),
        w.paragraph("☐ Ja  ☒ Nei"),
        prompt.replace("<w:sdtPr/>", "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"),
        w.table(w.row(w.cell(w.paragraph(w.bold("Viktig")), "Fyll ut alle felt.")), columns=1),
        w.paragraph("Mellom."),
        w.table(
            w.row(w.cell(*[LONG] * 3), w.cell(*[LONG] * 2)),
            w.row("Til venstre", "Til høyre"),
            columns=2,
        ),
        w.paragraph("Slutt.", style="Heading1"),
        w.table(
            w.row(w.cell(w.paragraph("Del A", style="Heading2")), "tekst"), w.row("", ""), columns=2
        ),
    ]
    return report


def lists() -> Word:
    """Lists in lists, letters, two lists after each other, an item of two paragraphs."""
    report = Word(title="Lister")
    report.body = [
        w.paragraph("Lister", style="Heading1"),
        w.item("første"),
        w.item("under første", level=1),
        w.item("under der", level=2),
        w.item("andre"),
        w.item("nummer en", 2),
        w.item("nummer to", 2),
        w.item("punkt under", 2, level=1),
        w.item("bokstav a", 3),
        w.item("bokstav b", 3),
        w.item("1. ikke et nummer"),
        w.item("- ikke en strek"),
        w.paragraph("A. Hansen har skrevet dette."),
        w.paragraph("a) alene er ingen liste."),
        w.paragraph("1. januar er en dato."),
        w.paragraph("(1) alene."),
        w.paragraph("+ pluss."),
        w.paragraph("Del to", style="Heading1"),
        w.item("én linje\nto linjer"),
        w.item("b"),
    ]
    return report


def no_headings() -> Word:
    """A letter: nothing in it is a heading, and Word knows no title."""
    report = Word()
    report.body = [
        w.paragraph("Til alle foreldre"),
        w.paragraph(LONG),
        w.paragraph("Nordvik skole\nSkoleveien 1\n1234 Nordvik"),
        w.paragraph("Med vennlig hilsen"),
    ]
    return report


NASTY = (
    "*stjerne* og _strek_ og __to__, snake_case_navn og 2*3*4",
    "[hakeparentes] og [lenke](adresse) og ![bilde](b.png) og [^1] og [x]{lang=en}",
    "`kode` og ``to`` og ~~strøket~~ og H~2~O og m^2^ og ^[note]",
    "# ingen overskrift",
    "> intet sitat",
    "- ingen liste",
    "+ heller ikke",
    "* heller ikke her",
    "1. intet nummer",
    "12) intet nummer",
    "a) ingen bokstav",
    "iv. intet romertall",
    "(1) i parentes",
    "::: ingen blokk",
    ": ingen forklaring",
    "| ingen | tabell |",
    "|---|---|",
    "---",
    "===",
    "***",
    "$5 og $6 og $x^2$ og $$y$$",
    "\\(x\\) og \\[y\\] og \\newpage og \\ref{fig:x} og \\@ref(fig:x)",
    "<b>halvfet</b> og <br> og <!-- kommentar --> og <script>alert(1)</script>",
    "&amp; og &copy; og &#65;",
    "{{ mal }} og {% if x %} og {{< figure >}} og {.klasse} og {#navn}",
    ":smile: og 12:30:45 og a::b",
    "@kari og post@nordvik.example og @fig-kart og [@hansen2020, s. 3]",
    "==merket== og ++under++ og a == b",
    "[[wiki]] og ((dobbel)) og (ref:x) og (@a) tekst",
    "!!! note",
    "??? spørsmål",
    "%% kommentar",
    '=== "Tab"',
    "[!NOTE] uten sitat",
    "[x] ingen oppgave",
    "*[KS]: ingen forkortelse",
    "[1]: https://nordvik.example",
    "Backslash \\ alene og til slutt\\",
    "Mellom *ord*er og *(her)*og der",
    "https://nordvik.example/a_b_c?x=1&y=2",
    "#. punkt",
    "![",
    "](",
    "**",
    "_",
    "{",
    "}",
    "<",
    "&",
    "\\",
    "`",
    "~",
    "^",
    "|",
    "@",
    "$",
    "{{",
    "[[",
    "![[a]]",
    "``` ikke kode",
    "~~~ ikke kode",
    "Setext",
    "=====",
    "----- -----",
    "+---+---+",
    "import x from 'y'",
    "export const a = 1;",
    "{:toc}",
    '--8<-- "fil"',
    "[comment]: <> (x)",
    "[toc]",
    "\\appendix",
    "Table: tekst",
    "Rett «sitat» og “quote” og ‘en’ og et–to og tre—fire …",
    "[]{#sted}",
    "{=html}",
    "[tekst][ref]",
)
"""Texts that are marks in one dialect or another, and that Word means as they are."""


def marks() -> Word:
    """Paragraphs that look like marks of every dialect; in bold, in cells and in notes, too."""
    report = Word(title="Merker")
    report.body = [
        w.paragraph("Merker", style="Heading1"),
        *(w.paragraph(text) for text in NASTY),
        w.paragraph("I fet skrift", style="Heading1"),
        *(w.paragraph("før", w.bold(f" {text} "), "etter") for text in NASTY[:12]),
        w.table(
            w.row("Tekst", "I celler", header=True),
            *(w.row(text, text) for text in NASTY),
            columns=2,
        ),
        *(w.paragraph(text, style="Heading2") for text in NASTY[:40]),
        w.paragraph("Note.", *(report.note(text) for text in NASTY[:12])),
        *(w.item(text) for text in NASTY),
    ]
    return report


def large_tables() -> Word:
    """A table with too many cells for any page, and one of paragraphs and lists in its cells."""
    report = Word(title="Tabeller")
    report.body = [
        w.paragraph("Tabeller", style="Heading1"),
        w.table(*(w.row(*(f"r{r}k{k}" for k in range(8))) for r in range(500)), columns=8),
        w.paragraph("Neste", style="Heading1"),
        w.table(
            w.row(w.cell("A", merged="restart"), w.cell("B", span=2), header=True),
            w.row(w.cell(merged="continue"), "b1", "b2", header=True),
            w.row(w.cell("to", "avsnitt"), w.cell(w.item("en"), w.item("to")), "x"),
            w.row("", "", ""),
            columns=3,
        ),
        w.paragraph("Tabell 3. Med liste i celle", style="Caption"),
    ]
    return report


def many_scripts() -> Word:
    """Cyrillic, Arabic, Chinese, letters with marks, soft hyphens and signs without a letter."""
    report = Word(title="Språk")
    report.body = [
        w.paragraph("Språk", style="Heading1"),
        w.paragraph(
            "Vi har tekst på ",
            w.in_language("русский язык и литература", "ru-RU"),
            ", ",
            w.in_language("اللغة العربية جميلة", "ar-SA"),
            " og ",
            w.in_language("中文报告", "zh-CN"),
            ".",
        ),
        w.paragraph("Myk\u00adbin\u00addestrek, hard\u00a0mellomrom og e\u0301n aksent."),
        w.paragraph("Tegn uten bokstav: \uf041\uf042, og en kule \uf0b7."),
        w.paragraph(
            "H",
            w.run("2", '<w:vertAlign w:val="subscript"/>'),
            "O og m",
            w.run("2", '<w:vertAlign w:val="superscript"/>'),
            " og ",
            w.run("strøket", "<w:strike/>"),
            ".",
        ),
        w.table(w.row("中文", "Ord", header=True), w.row(w.cell("语言 学习", span=2)), columns=2),
    ]
    return report


def title_page() -> Word:
    """A cover before the first heading, and one heading above all others."""
    report = Word(title="Melding om skolen")
    report.creator = "Kari Nordmann"
    report.body = [
        w.paragraph(report.picture("logo.png", picture(), "Kommunevåpenet")),
        w.paragraph("Nordvik kommune"),
        w.paragraph("Vedtatt i mai"),
        w.paragraph("Melding om skolen", style="Heading1"),
        w.paragraph("Elevene", style="Heading2"),
        w.paragraph(LONG),
        w.paragraph("Lærerne", style="Heading2"),
        w.paragraph(LONG),
        w.paragraph("", style="Heading2"),
    ]
    return report


REPORTS: dict[str, Callable[[], Word]] = {
    each.__name__: each
    for each in (
        well_styled,
        action_plan,
        budget_note,
        english_report,
        references,
        drawn_things,
        own_styles,
        form,
        lists,
        no_headings,
        marks,
        large_tables,
        many_scripts,
        title_page,
    )
}
