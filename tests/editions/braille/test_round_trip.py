"""Text becomes cells and is read back as it was, by a reader that shares nothing with liblouis."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bindery.document.braille.cells import Asked, in_cells
from bindery.document.braille.codes import NORWEGIAN, UEB, Code
from bindery.readback.braille.code_readers import reader_of
from bindery.tools.liblouis import BOLD, ITALIC

pytestmark = pytest.mark.slow

NORWEGIAN_TEXTS = (
    """
NAV og EØS har avtalt det|OSLO KOMMUNE.|EU-regler og PDF-ENE|KS’ råd|iPhone og McDonald|COVID-19|A/S
19c og 19 c|avsnitt 3.2.1|klokka 10:30|1/2 kopp|2026–2030|3-4 dager|12,5 % av alt|100% sikkert
PDFs, PDFen og PDF-en|A B C|a; b: c! d?|(a) [b] {c}|«x» “y” „z“|a – b—c…|x² og m³ CO₂|§ 3 og §§ 4–5
a & b|kr 5, € 5 og 50 €|$5|a/b|post@kommune.no|a_b|a*b|a+b=c|5 °C|½ liter|òg og én|café i São Paulo
1. a|a) b|b2b og B2B|4b, 4 b og 4.b|Nr. 4a|2A|1900-tallet og 90-årene|'sitat'|N.N. fra U.S.A.
WCAG 2.2 AA|XIV og IV|ABCdef abcDEF|KS (Kommune)|NHO/KS|«NHO», KS|NHO KS LO NAV|å 1|100 000
Olmmošvuoigatvuođaid Čálliid ŋ ŧ ž Š Đ|π er 3,14|‘hei’ sa hun|Hans’ bil|https://a.no/NL/lov?d=e&f=3
ble 5. a|kl. 12:a|C4H9|#tagg og #2|a#b
a.no/?a=1&b=2#del-3|10×20 og 10−5|±3|ÆØÅ|den 1. mai|B1 og 1B|5,5 og 5.5|e-post
""".strip()
    .replace("\n", "|")
    .split("|")
)


ENGLISH_TEXTS = (
    """
NASA and NHO|OSLO MUNICIPALITY IS HERE.|EU-rules|iPhone|COVID-19|A/S|19c and 3.2.1|10:30|1/2
2026–2030
3-4 days|12.5 % and 100%|PDFs and PDFen|a; b: c! d?|Why? “Who?” she said.|“Yes,” he said. ‘No’
don’t and 'quoted'|(a) [b] {c}|a – b—c…|x² m³ CO₂ x¹⁰|§ 3 and & more|$5 €6 £7 50¢|a/b|post@a.no
a_b*c+d=e|5 °C|½|café naïve São Ærø Åse|#tag #2|a<b>c ≤ ≥ ≠|• one|b2b 4b 4.b 2A 3,a|1900s|U.S.A.
−5 and 10−5
H2O|WCAG 2.2 AA|ABCdef abcDEF|π and Ω|10 000|https://a.no/NL/law?d=e&f=3|it’s ‘here’|✓ done
""".strip()
    .replace("\n", "|")
    .split("|")
)


def read_back(texts: list[str], code: Code = NORWEGIAN) -> list[tuple[str, str]]:
    """Each text as it is read from its cells, and as it should be."""
    reader = reader_of(code)
    asked = [Asked(text, (), False, "nb") for text in texts]
    pairs = []
    for text, said in zip(texts, in_cells(asked, code).said, strict=True):
        read = reader.read("".join(cell for cell, _ in said.cells))
        assert read.unread == (), text
        pairs.append((" ".join(read.text.split()), " ".join(reader.as_read(text).split())))
    return pairs


def test_hard_words_are_read_back() -> None:
    """Capitals, numbers, letters after numbers, signs, names and addresses."""
    assert len(NORWEGIAN_TEXTS) > 60
    wrong = [pair for pair in read_back(NORWEGIAN_TEXTS) if pair[0] != pair[1]]
    assert wrong == []


def test_hard_english_words_are_read_back() -> None:
    """Quotation marks, capitals that end within a word, letters after numbers, accents, signs."""
    wrong = [pair for pair in read_back(ENGLISH_TEXTS, UEB) if pair[0] != pair[1]]
    assert wrong == []


LETTERS = "abcdefghijklmnopqrstuvwxyzæøåéèòàüčđŋšŧžá"
"""Those of Norwegian and Sámi. liblouis 3.33 loses what follows in «êø.», which no word has."""

SIGNED = ("{}", "{}", "{}", "{},", "{}.", "({})", "«{}»", "{}:", "{}!", "{}?", "{};")
WHOLE = ["§ 3", "10 %", "EU-regler", "e-post", "A/S", "50 €", "5 °C", "m²", "CO₂", "–", "2026–2030"]


def any_word(draw: random.Random) -> str:
    """A word, a name, an abbreviation or a number, with or without signs around it."""
    kind = draw.randrange(7)
    small = "".join(draw.choice(LETTERS) for _ in range(draw.randint(1, 10)))
    word = (
        small,
        small.capitalize(),
        "".join(draw.choice("ABCDEFGHIJKLMNOPRSTUVYÆØÅ") for _ in range(draw.randint(1, 6))),
        str(draw.randint(0, 10 ** draw.randint(1, 7))),
        f"{draw.randint(0, 999)},{draw.randint(0, 99)}",
        f"{draw.randint(1, 99)}{draw.choice('abcdjxyz')}",
        draw.choice(WHOLE),
    )[kind]
    return draw.choice(SIGNED).format(word)


@settings(max_examples=2)
@given(st.integers(0, 2**32))
def test_any_words_are_read_back(seed: int) -> None:
    """Random words, numbers and signs, in any order: 2,000 sentences for each example."""
    draw = random.Random(seed)
    texts = [" ".join(any_word(draw) for _ in range(draw.randint(1, 12))) for _ in range(2000)]
    wrong = [pair for pair in read_back(texts) if pair[0] != pair[1]]
    assert wrong == []


def test_what_is_set_off_comes_back() -> None:
    """Emphasis, strong emphasis, and one in the other, at the right words."""
    text = "De gode vertskommunene, og NAV"
    looks = [0] * 3 + [ITALIC] * 4 + [0] + [BOLD] * 14 + [0] * 5 + [ITALIC | BOLD] * 3
    asked = [Asked(text, tuple(looks), True, "nb")]
    (said,) = in_cells(asked, NORWEGIAN).said
    cells = "".join(cell for cell, _ in said.cells).replace("\u00ad", "")
    made = reader_of(NORWEGIAN).read(cells)
    assert made.text == text
    assert [(one.kind, one.text) for one in made.sets] == [
        ("emphasis", "gode"),
        ("strong", "vertskommunene"),
        ("emphasis", "NAV"),
        ("strong", "NAV"),
    ]


@pytest.mark.parametrize("after", [". å", " og", ", NAV og", "! «ÅSE» er", "? Å."])
def test_capitals_that_are_set_off_come_back(after: str) -> None:
    """A row of words in capitals ends with what is set off, whatever follows it."""
    text = f"De er FET KS{after}"
    for kind, look in (("strong", BOLD), ("emphasis", ITALIC)):
        looks = [0] * 6 + [look] * 6 + [0] * len(after)
        (said,) = in_cells([Asked(text, tuple(looks), False, "nb")], NORWEGIAN).said
        made = reader_of(NORWEGIAN).read("".join(cell for cell, _ in said.cells))
        assert " ".join(made.text.split()) == reader_of(NORWEGIAN).as_read(text)
        assert [(one.kind, one.text) for one in made.sets] == [(kind, "FET KS")]
        assert made.unread == ()


def test_a_letter_after_a_number_ends_no_emphasis() -> None:
    """Its sign is that which ends emphasis."""
    looks = [ITALIC] * 3 + [0] * 4 + [ITALIC] * 2
    (said,) = in_cells([Asked("4.b er og", tuple(looks), False, "nb")], NORWEGIAN).said
    made = reader_of(NORWEGIAN).read("".join(cell for cell, _ in said.cells))
    assert made.text == "4.b er og"
    assert [one.text for one in made.sets] == ["4.b", "og"]


def test_a_character_without_a_sign_is_told() -> None:
    """Nothing is lost in silence: the letters that become blanks are known."""
    asked = [Asked("ja ✓ 🦦 nei", (), False, "nb"), Asked("å", (), False, "nb")]
    assert in_cells(asked, NORWEGIAN).lacking == {"✓", "🦦"}


def test_a_letter_without_a_sign_is_a_blank_in_english() -> None:
    """The table writes the number of the letter, in cells of eight dots."""
    made = in_cells([Asked("5‰, €5", (), False, "en"), Asked("😀", (), False, "en")], UEB)
    assert made.lacking == {"‰", "😀"}
    assert ["".join(cell for cell, _ in one.cells) for one in made.said] == ["⠼⠑⠀⠂ ⠈⠑⠼⠑", "⠀"]


@pytest.mark.parametrize(
    ("looks", "words"),
    [
        ("11000000000", ["ab"]),
        ("00000001000", ["a"]),
        ("00001111111", ["og", "abc."]),
        ("1", ["a"]),
    ],
)
def test_what_is_set_off_in_english_comes_back(looks: str, words: list[str]) -> None:
    """A letter, the beginning of a word, and several words."""
    text = "ab, og abc."
    asked = [Asked(text, tuple(int(one) for one in looks.ljust(11, "0")), False, "en")]
    (said,) = in_cells(asked, UEB).said
    made = reader_of(UEB).read("".join(cell for cell, _ in said.cells))
    assert made.text == text
    assert [one.text for one in made.sets] == words


def test_no_address_is_divided() -> None:
    """Words are divided between syllables, and addresses never."""
    asked = [
        Asked("befolkningsutvikling", (), True, "nb"),
        Asked("a.no/befolkning", (), True, "nb"),
    ]
    word, address = in_cells(asked, NORWEGIAN).said
    assert [at for cell, at in word.cells if cell == "\u00ad"] == [6, 11, 13]
    assert "\u00ad" not in "".join(cell for cell, _ in address.cells)
