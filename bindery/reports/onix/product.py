"""One edition as a product: its form, contributors, language, extent and accessibility."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bindery.claims.accessibility import Accessibility
from bindery.document.model import MATHML, Document
from bindery.locales import locale_of
from bindery.reports.onix import codes
from bindery.reports.onix.accessibility import (
    Claim,
    braille_claims,
    claims_of_all,
    epub_claims,
    navigation_links,
    pdf_claims,
)
from bindery.reports.onix.codes import UNDETERMINED, language_code
from bindery.reports.onix.record import Element, element, identifiers, reference
from bindery.vocabulary.editions import EPUB, PDF, Output, Product
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.publication import Contributor, Metadata

_COMPLETE_RECORD = "03"
_SINGLE_ITEM = "00"
_DOWNLOAD = "ED"
_TEXT, _PICTURES, _FORMULAS = "10", "07", "48"
_NO_PROTECTION = "00"
_ACCESSIBILITY, _HAZARD, _FORMAT_VERSION, _VALIDATED_WITH = "09", "12", "15", "16"
_PAGES_WITH_COVER, _FILE_SIZE = "07", "22"
_PAGES, _BYTES = "03", "17"
_ALTERNATIVE, _PAGES_FROM = "06", "13"


@dataclass(frozen=True, slots=True)
class Record:
    """All that the record is made from."""

    document: Document
    access: Accessibility
    outputs: tuple[Output, ...]
    proven: Mapping[str, tuple[Evidence, ...]]

    @property
    def products(self) -> tuple[Output, ...]:
        """The editions that are products."""
        return tuple(output for output in self.outputs if output.edition.product)

    @property
    def metadata(self) -> Metadata:
        """The publication's metadata."""
        return self.document.publication.metadata

    def claims(self, output: Output) -> Iterator[Claim]:
        """Yield what the record claims of the accessibility of ``output``, each claim once."""
        passed = self.proven.get(output.edition.name, ())
        if output.edition == EPUB:
            specific = epub_claims(self.document, self.access, output.path, passed)
        elif output.edition.is_braille:
            specific = braille_claims(self.document, passed)
        else:
            specific = pdf_claims(self.document, self.access, passed)
        yield from dict.fromkeys((*specific, *claims_of_all(self.metadata)))


def product(output: Output, record: Record) -> Element:
    """Return the record of one edition."""
    metadata = record.metadata
    return element(
        "Product",
        element("RecordReference", reference(output, metadata)),
        element("NotificationType", _COMPLETE_RECORD),
        *identifiers(output, metadata),
        element("DescriptiveDetail", *_description(output, record)),
        element("CollateralDetail", _blurb(metadata)),
        element("PublishingDetail", *_publishing(metadata)),
        *_related(output, record),
    )


def _format(output: Output) -> Product:
    assert output.edition.product is not None, output.edition.name
    return output.edition.product


def _description(output: Output, record: Record) -> Iterator[Element]:
    """Yield block 1, in the order that the schema requires."""
    metadata, form = record.metadata, _format(output)
    yield element("ProductComposition", _SINGLE_ITEM)
    yield element("ProductForm", _DOWNLOAD)
    yield element("ProductFormDetail", form.form)
    yield element("ProductFormDetail", form.layout)
    yield from _features(output, record)
    yield element("PrimaryContentType", _TEXT)
    yield from _content_types(record)
    yield element("EpubTechnicalProtection", _NO_PROTECTION)
    yield _title(metadata)
    yield from _contributors(metadata)
    if form.edition_type:
        yield element("EditionType", form.edition_type)
    yield _statement(metadata)
    yield from _languages(record, in_braille=output.edition.is_braille)
    if output.edition.is_paged:
        yield _extent(_PAGES_WITH_COVER, output.count, _PAGES)
    yield _extent(_FILE_SIZE, output.size, _BYTES)


def _statement(metadata: Metadata) -> Element:
    """Return which version it is, in words."""
    word = locale_of(metadata.language).word("particulars.version")
    statement = f"{word.text} {metadata.version}"
    return element("EditionStatement", statement, **_marked(word.language, metadata))


def _marked(language: str, metadata: Metadata) -> dict[str, str]:
    """Return the attribute of words that are not in the publication's language."""
    own = language.lower() in ("", metadata.language.lower())
    return {} if own else {"language": language_code(language)}


def _features(output: Output, record: Record) -> Iterator[Element]:
    for claim in record.claims(output):
        marked = _marked(claim.language, record.metadata)
        yield _feature(_ACCESSIBILITY, claim.code, claim.said, **marked)
    for hazard in record.access.hazards:
        yield _feature(_HAZARD, codes.HAZARDS[hazard])
    if version := _format(output).version:
        yield _feature(_FORMAT_VERSION, version)
    for checker, version in _validators(record.proven.get(output.edition.name, ())).items():
        yield _feature(_VALIDATED_WITH, version, checker)


def _validators(passed: tuple[Evidence, ...]) -> dict[str, str]:
    return {one.checker: one.version for one in passed if one.checker in ("EPUBCheck", "veraPDF")}


def _feature(kind: str, value: str, said: str = "", **marked: str) -> Element:
    words = (element("ProductFormFeatureDescription", said, **marked),) if said else ()
    return element(
        "ProductFormFeature",
        element("ProductFormFeatureType", kind),
        element("ProductFormFeatureValue", value),
        *words,
    )


def _content_types(record: Record) -> Iterator[Element]:
    if "visual" in record.access.modes:
        yield element("ProductContentType", _PICTURES)
    if next(record.document.body.iter(f"{MATHML}math"), None) is not None:
        yield element("ProductContentType", _FORMULAS)


def _title(metadata: Metadata) -> Element:
    language = language_code(metadata.language)
    subtitle = (element("Subtitle", metadata.subtitle),) if metadata.subtitle else ()
    return element(
        "TitleDetail",
        element("TitleType", "01"),
        element(
            "TitleElement",
            element("TitleElementLevel", "01"),
            element("TitleText", metadata.title, language=language),
            *subtitle,
        ),
    )


def _contributors(metadata: Metadata) -> Iterator[Element]:
    creators = [one for one in metadata.contributors if one.role in codes.ROLES]
    for number, one in enumerate(creators, start=1):
        yield element(
            "Contributor",
            element("SequenceNumber", str(number)),
            element("ContributorRole", codes.ROLES[one.role]),
            element(_name(one, metadata), one.name),
            *_affiliation(one),
        )


def _affiliation(one: Contributor) -> Iterator[Element]:
    if one.affiliation:
        yield element("ProfessionalAffiliation", element("Affiliation", one.affiliation))


def _name(one: Contributor, metadata: Metadata) -> str:
    """Return the name of the element. A body is also recognised by being the publisher."""
    body = one.kind == "organisation" or one.name == metadata.publisher
    return "CorporateName" if body else "PersonName"


def _languages(record: Record, *, in_braille: bool) -> Iterator[Element]:
    """Yield the language of the text, and those of passages and words in it, with their script."""
    main = language_code(record.metadata.language)
    marked = {language_code(tag) for tag in record.document.body.xpath("//@lang")}
    for role, code in (("01", main), *(("15", one) for one in sorted(marked - {main}))):
        if code != UNDETERMINED:
            script = (element("ScriptCode", codes.BRAILLE),) if in_braille else ()
            yield element(
                "Language",
                element("LanguageRole", role),
                element("LanguageCode", code),
                *script,
            )


def _extent(kind: str, value: int, unit: str) -> Element:
    return element(
        "Extent",
        element("ExtentType", kind),
        element("ExtentValue", str(value)),
        element("ExtentUnit", unit),
    )


def _blurb(metadata: Metadata) -> Element:
    language = language_code(metadata.language)
    return element(
        "TextContent",
        element("TextType", "03"),
        element("ContentAudience", "00"),
        element("Text", metadata.description, language=language),
    )


def _publishing(metadata: Metadata) -> Iterator[Element]:
    yield _publisher(codes.PUBLISHER, metadata.publisher)
    for one in metadata.contributors:
        if one.role == "commissioner":
            yield _publisher(codes.ON_BEHALF_OF, one.name)
    yield element("PublishingStatus", "04")
    yield element(
        "PublishingDate",
        element("PublishingDateRole", "01"),
        element("Date", metadata.date.strftime("%Y%m%d")),
    )


def _publisher(role: str, name: str) -> Element:
    return element("Publisher", element("PublishingRole", role), element("PublisherName", name))


def _related(output: Output, record: Record) -> Iterator[Element]:
    """Yield the same text in other files, and the source of the EPUB's page numbers."""
    others = [one for one in record.products if one is not output]
    related = [_relation(_ALTERNATIVE, one, record.metadata) for one in others]
    if output.edition == EPUB and navigation_links(output.path).get("page-list"):
        pages = [one for one in others if one.edition == PDF]
        related += [_relation(_PAGES_FROM, one, record.metadata) for one in pages]
    if related:
        yield element("RelatedMaterial", *related)


def _relation(code: str, other: Output, metadata: Metadata) -> Element:
    return element(
        "RelatedProduct",
        element("ProductRelationCode", code),
        *identifiers(other, metadata),
    )
