"""The ONIX record says what is known of each edition, and claims what was counted or shown."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from bindery.checkers.onix import ONIX
from bindery.claims.digest import digest_of
from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.reports.onix import write_onix
from bindery.reports.onix.codes import BY_TAG, WITHOUT_TWO_LETTERS, language_code
from bindery.tools import locate
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import ONIX_RECORD, Output, edition_named
from bindery.vocabulary.evidence import Evidence, Outcome, judged
from bindery.vocabulary.publication import isbn13
from bindery.vocabulary.text import verbatim
from tests.packed import XHTML, pack
from tests.shelf import SETTINGS, document_of, write_book

NAMES = {"o": "http://ns.editeur.org/onix/3.0/reference"}
ENDINGS = {
    "pdf": ".pdf",
    "pdf20": "-pdf20.pdf",
    "large-print": "-large-print.pdf",
    "epub": ".epub",
    "html": ".html",
}
PRODUCTS = ["pdf", "pdf20", "large-print", "epub"]
TEXT = "# Tittel\n\nTekst [in English]{lang=en}.\n\n![Et kart](../figures/kart.svg)\n"
FULL_NAVIGATION = {"toc": 1, "page-list": 3, "landmarks": 2, "loi": 1}
DESCRIBED = """# Tittel

:::: figure
![Et kart](../figures/kart.svg)

Byen.

::: long-description
Byen ligger i nord.
:::
::::
"""


def passed(checker: str, standard: str) -> Evidence:
    """A check that found nothing wrong."""
    return judged(
        checker=checker,
        version="1.2.3",
        subject="x",
        standard=standard,
        examined=1,
        unit=verbatim("ting"),
        findings=(),
    )


ALL_PASSED = {
    "pdf": (passed("veraPDF", "PDF/UA-1"), passed("bindery", "bindery read-back")),
    "pdf20": (passed("veraPDF", "PDF/UA-2"), passed("bindery", "bindery read-back")),
    "large-print": (passed("veraPDF", "PDF/UA-1"),),
    "epub": (passed("EPUBCheck", "EPUB 3.3"), passed("axe", "WCAG 2.2 AA")),
}


def recorded(
    document: Document,
    proven: Mapping[str, tuple[Evidence, ...]],
    navigation: Mapping[str, int] = FULL_NAVIGATION,
) -> etree._ElementTree:
    """The record of ``document``'s editions. The EPUB has so many links in each ``nav``."""
    folder = document.publication.book / "build"
    folder.mkdir(exist_ok=True)
    outputs = []
    for edition, ending in ENDINGS.items():
        path = folder / f"proevebok{ending}"
        path.write_bytes(b"x" * 10)
        outputs.append(Output(edition_named(edition), path, 10, 4, verbatim("sider"), 0.1))
    navs = "".join(
        f'<nav epub:type="{kind}">{"<a/>" * count}</nav>' for kind, count in navigation.items()
    )
    page = (
        '<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><body>{navs}</body></html>'
    )
    pack(folder / "proevebok.epub", {"innhold.xhtml": (XHTML, page)}, navigation="innhold.xhtml")
    path = folder / "onix.xml"
    write_onix(path, document, tuple(outputs), proven)
    (evidence,) = ONIX.check((Subject(ONIX_RECORD, folder, path, folder),))
    assert evidence.outcome is Outcome.PASSED, [one.message.en for one in evidence.findings]
    return etree.parse(path)


def said(record: etree._ElementTree, edition: str, *steps: str) -> list[str]:
    """The words at ``steps`` in the record of one edition, which has one form and layout."""
    number = PRODUCTS.index(edition) + 1
    path = "/".join(f"o:{step}" for step in steps)
    return [one.text for one in record.xpath(f"//o:Product[{number}]//{path}", namespaces=NAMES)]


def claims(record: etree._ElementTree, edition: str) -> dict[str, str]:
    """The codes of list 196 that are claimed of one edition, with what goes with them."""
    number = PRODUCTS.index(edition) + 1
    features = record.xpath(
        f"//o:Product[{number}]//o:ProductFormFeature[o:ProductFormFeatureType='09']",
        namespaces=NAMES,
    )
    return {one[1].text: one[2].text if len(one) > 2 else "" for one in features}


def test_each_edition_is_a_product(tmp_path: Path) -> None:
    """PDFs and EPUB are told apart by format and version; the summary is not a product."""
    record = recorded(document_of(tmp_path, TEXT), ALL_PASSED)
    assert len(record.findall("o:Product", NAMES)) == 4
    forms = {edition: said(record, edition, "ProductFormDetail") for edition in PRODUCTS}
    assert forms == {one: ["E107", "E201"] for one in PRODUCTS} | {"epub": ["E101", "E200"]}
    versions = [
        said(
            record,
            edition,
            "ProductFormFeature[o:ProductFormFeatureType='15']",
            "ProductFormFeatureValue",
        )
        for edition in PRODUCTS
    ]
    assert versions == [["107G"], ["107J"], ["107G"], ["101F"]]
    types = {edition: said(record, edition, "EditionType") for edition in PRODUCTS}
    assert types == {one: [] for one in PRODUCTS} | {"large-print": ["LTE"]}


def test_the_epub_is_named_by_the_publications_identifier(tmp_path: Path) -> None:
    """The PDFs have names of their own, and each leads to the others."""
    record = recorded(document_of(tmp_path, TEXT), ALL_PASSED)
    own = "DescriptiveDetail/preceding-sibling::o:ProductIdentifier"
    assert said(record, "epub", own, "IDValue") == ["urn:uuid:00000000-0000-4000-8000-000000000001"]
    relations = said(record, "epub", "RelatedProduct", "ProductRelationCode")
    assert relations == ["06", "06", "06", "13"]
    assert said(record, "pdf", "RelatedProduct", "ProductRelationCode") == ["06", "06", "06"]


def test_what_is_proven_is_claimed(tmp_path: Path) -> None:
    """PDF/UA where veraPDF passed, contrast where axe did, the rest from book and file."""
    record = recorded(document_of(tmp_path, TEXT), ALL_PASSED)
    assert claims(record, "pdf").keys() == {"05", "13", "14", "22", "29", "52", "99"}
    assert claims(record, "pdf20").keys() == {"06", "13", "14", "22", "29", "52", "99"}
    assert claims(record, "large-print").keys() == {"05", "99"}
    assert claims(record, "epub").keys() == {
        *("00", "11", "13", "14", "19", "22", "26", "29", "30", "32", "36", "52", "99")
    }
    assert claims(record, "epub")["99"] == "post@example.org"


def test_what_is_not_proven_is_not_claimed(tmp_path: Path) -> None:
    """Without evidence and navigation only what was counted in the book is left."""
    record = recorded(document_of(tmp_path, TEXT), {}, {"toc": 1})
    assert claims(record, "pdf").keys() == {"99"}
    assert claims(record, "epub").keys() == {
        *("00", "13", "14", "22", "29", "30", "36", "52", "99")
    }
    assert "13" not in said(record, "epub", "RelatedProduct", "ProductRelationCode")


@pytest.mark.parametrize(
    ("text", "code", "there"),
    [
        (DESCRIBED, "15", True),
        (TEXT, "15", False),
        ("# A\n\n$x^2$\n", "17", True),
        (TEXT, "17", False),
        (TEXT.replace("Et kart", ""), "14", False),
        (TEXT.replace("Et kart", ""), "52", False),
        (TEXT + "\n## Et avsnitt til\n", "11", False),
    ],
)
def test_claims_follow_the_book(tmp_path: Path, text: str, code: str, there: bool) -> None:
    """A long description, a formula, a missing alternative text, a heading no list leads to."""
    record = recorded(document_of(tmp_path, text), ALL_PASSED)
    assert (code in claims(record, "epub")) == there


def test_conformance_is_claimed_only_on_an_evaluation(tmp_path: Path) -> None:
    """04 with WCAG's version and level, by whom and when, while the text is the evaluated one."""
    digest = digest_of(document_of(tmp_path, TEXT))
    evaluation = (
        'evaluator = "Tilsynet"\nkind = "organisation"\ndate = 2026-11-20\nmethod = "WCAG-EM"\n'
        f'standard = "WCAG 2.2 Level AA"\ndocument = "{digest}"\n'
    )
    files = {"evaluation.toml": evaluation.encode()}
    codes = {"04": "", "82": "", "85": "", "90": "Tilsynet", "91": "20261120"}
    evaluated = claims(recorded(_document(tmp_path, TEXT, files), ALL_PASSED), "epub")
    assert codes.items() <= evaluated.items()
    changed = _document(tmp_path, TEXT.replace("Tekst", "Annen tekst"), files)
    assert not codes.keys() & claims(recorded(changed, ALL_PASSED), "epub").keys()


def _document(folder: Path, text: str, files: dict[str, bytes]) -> Document:
    publication = load(write_book(folder, text, files=files)).publication
    assert publication is not None
    return read_document(publication)


def test_languages_and_people_are_named_as_catalogues_do(tmp_path: Path) -> None:
    """ISO 639-2 codes with foreign passages apart; a body is no person, and who paid publishes."""
    settings = SETTINGS.replace(
        'name = "Ola Nordmann"\nrole = "author"',
        'name = "Ola Nordmann"\nrole = "author"\n\n'
        '[[publication.contributors]]\nname = "Kartverket"\nrole = "illustrator"\n'
        'kind = "organisation"\n\n'
        '[[publication.contributors]]\nname = "Kommunen"\nrole = "commissioner"',
    )
    record = recorded(document_of(tmp_path, TEXT, settings=settings), ALL_PASSED)
    assert said(record, "epub", "LanguageCode") == ["nob", "eng"]
    assert said(record, "epub", "LanguageRole") == ["01", "15"]
    assert said(record, "epub", "PersonName") == ["Ola Nordmann"]
    assert said(record, "epub", "CorporateName") == ["Kartverket"]
    assert said(record, "epub", "PublisherName") == ["Prøveforlaget", "Kommunen"]
    assert said(record, "epub", "PublishingRole") == ["01", "06"]
    assert said(record, "epub", "PublishingDate", "Date") == [date(2026, 11, 23).strftime("%Y%m%d")]


@pytest.mark.parametrize(
    ("identifier", "digits"),
    [
        ("urn:isbn:9788202000004", "9788202000004"),
        ("ISBN 978-82-02-00000-4", "9788202000004"),
        ("978-82-02-00000-5", ""),
        ("urn:uuid:97882020-0000-4000-8000-000000000001", ""),
    ],
)
def test_an_isbn_is_one_whose_last_digit_is_right(identifier: str, digits: str) -> None:
    """A wrong ISBN would lead to another book."""
    assert isbn13(identifier) == digits


def test_an_isbn_is_the_epubs(tmp_path: Path) -> None:
    """It is sent as a GTIN-13 and as an ISBN-13, and of the EPUB alone."""
    settings = SETTINGS.replace(
        "urn:uuid:00000000-0000-4000-8000-000000000001", "urn:isbn:9788202000004"
    )
    record = recorded(document_of(tmp_path, TEXT, settings=settings), ALL_PASSED)
    own = "DescriptiveDetail/preceding-sibling::o:ProductIdentifier"
    assert said(record, "epub", own, "ProductIDType") == ["03", "15"]
    assert said(record, "pdf", own, "ProductIDType") == ["01"]


def test_every_language_is_one_that_onix_knows() -> None:
    """Each code is on EDItEUR's list 74, and what is not there is undetermined."""
    xsd, _ = locate.onix_schemas()
    assert xsd is not None
    lists = etree.parse(xsd.with_name("ONIX_BookProduct_CodeLists.xsd"))
    schema = {"xs": "http://www.w3.org/2001/XMLSchema"}
    known = set(
        lists.xpath("//xs:simpleType[@name='List74']//xs:enumeration/@value", namespaces=schema)
    )
    assert {*BY_TAG.values(), *WITHOUT_TWO_LETTERS, "und"} <= known
    assert language_code("nn-NO") == "nno"
    assert language_code("tlh") == "und"


def test_hazards_are_those_of_the_book(tmp_path: Path) -> None:
    """A still book has none; of a picture that moves, nobody has looked whether it flashes."""
    frames = [Image.new("L", (2, 2), shade) for shade in (0, 255)]
    moving = BytesIO()
    frames[0].save(moving, "GIF", save_all=True, append_images=frames[1:])
    files = {"figures/blink.gif": moving.getvalue()}
    text = "# A\n\n![Et lys som blinker](../figures/blink.gif)\n"
    feature = "ProductFormFeature[o:ProductFormFeatureType='12']"
    still = recorded(document_of(tmp_path, TEXT), ALL_PASSED)
    assert said(still, "epub", feature, "ProductFormFeatureValue") == ["00"]
    blinking = recorded(_document(tmp_path, text, files), ALL_PASSED)
    assert said(blinking, "epub", feature, "ProductFormFeatureValue") == ["24", "26", "16"]


def test_the_publishers_page_is_where_the_publication_is_published(tmp_path: Path) -> None:
    """Its summary tells of accessibility; a publication without an address names no page."""
    address = "https://kommunen.example/bok/"
    settings = SETTINGS.replace('version = "1.0.0"', f'version = "1.0.0"\naddress = "{address}"')
    record = recorded(document_of(tmp_path, TEXT, settings=settings), ALL_PASSED)
    assert claims(record, "epub")["96"] == address
    assert claims(record, "pdf")["96"] == address


@pytest.mark.parametrize(("language", "marked"), [("nb", None), ("nn", None), ("fi", "eng")])
def test_words_in_another_language_say_so(
    tmp_path: Path, language: str, marked: str | None
) -> None:
    """The version and the accessibility summary, where bindery lacks the publication's language."""
    settings = SETTINGS.replace('language = "nb"', f'language = "{language}"')
    record = recorded(document_of(tmp_path, TEXT, settings=settings), ALL_PASSED)
    versions = record.findall(".//o:EditionStatement", NAMES)
    assert [one.get("language") for one in versions] == [marked] * 4
    described = [
        one.get("language")
        for one in record.iterfind(".//o:ProductFormFeatureDescription", NAMES)
        if (one.text or "").endswith("WCAG.")
    ]
    assert described == [marked]
