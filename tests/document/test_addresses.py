"""Addresses, file names and the like are known where they stand in a text, and words are not."""

import pytest
from lxml import etree

from bindery.document.addresses import pieces, segments, unbreakable
from bindery.document.paper import letters_needed


@pytest.mark.parametrize(
    "address",
    [
        "kommunikasjonsavdelingen@kommunen.example",
        "https://www.kommunen.example/barnehage-og-skole?aar=2024#soknad",
        "www.kommunen.example/tjenester",
        "kommunen.example",
        "urn:example:kommune:melding:innsyn:v3.1",
        "#kommunestyrevalget",
        "@kommunedirektoren",
        "NO9386011117947",
        "Kommuneplanens-arealdel.pdf",
        "kommune_administrasjon_id",
        "antallInnbyggereIKommunen",
        "C:\\Brukere\\kommune",
        "/etc/kommune/innstillinger",
    ],
)
def test_an_address_is_found_in_a_sentence(address: str) -> None:
    """Without the signs around it."""
    before, after = "Skriv (eller les «", "»), takk. "
    text = before + address + after
    assert list(segments(text)) == [(before, False), (address, True), (after, False)]
    assert "".join(pieces(address)) == address


@pytest.mark.parametrize(
    "text",
    [
        "Kommunestyremedlemmene vedtok, f.eks. i 2024, bl.a. planen.",
        "COVID-19-pandemien og 1990-tallsarkitekturen",
        "kommunestyremedlemmer/fylkestingsrepresentanter",
        "Hovedsakelig: Næringslivsorganisasjonene …",
        "kl. 12.30 på 1234.56.78903",
        "a@b.no",
        " ",
        "",
    ],
)
def test_words_are_no_addresses(text: str) -> None:
    """They are divided as words of their language, and what is short not at all."""
    assert list(segments(text)) == ([(text, False)] if text else [])


def test_a_line_may_end_after_a_sign() -> None:
    """In an address after each of its signs, in other text after spaces, hyphens and slashes."""
    said = list(unbreakable("Se urn:kommune:innsyn-v3 og bygg- og/eller plan"))
    assert said == [
        "Se",
        "urn:",
        "kommune:",
        "innsyn-",
        "v3",
        "og",
        "bygg-",
        "og/",
        "eller",
        "plan",
    ]


def test_a_table_with_a_long_address_is_not_wide() -> None:
    """The address breaks where it has signs, as it does on the page."""
    table = etree.fromstring(
        "<table><tr><td>innsyn-svar</td>"
        "<td>urn:example:kommune:melding:innsyn:sporsmal:v3.1</td></tr></table>"
    )
    assert letters_needed(table) == len("innsyn-") + len("sporsmal:") + 2 * 2
