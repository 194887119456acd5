"""What only sight can follow, and what looks like it."""

from pathlib import Path

import pytest

from bindery.prose.colour_words import beside_colour, told_by_colour
from bindery.prose.directions import pointed_at
from bindery.prose.readings import Stretch
from bindery.rules.manuscript import colour_is_not_alone, instructions_need_no_sight
from tests.rules.books import manuscript_of

TOLD_BY_COLOUR = """\
De røde kommunene har vokst mest.
Kommuner med vekst er merket med grønt.
Kommuner med vekst er markert i mørkeblått på kartet.
Den røde linjen viser veksten.
Dei raude kommunane har vakse.
Klikk på den grønne knappen.
Obligatoriske felt er markert med rødt.
Nye tall er vist med rød skrift.
Endringer står i rød skrift.
Fargene på kartet viser hvor mange som har svart.
De blå søylene er 2023, de grønne er 2024.
Den lyseblå kurven er prognosen.
Fylkene i studien er fargelagt i gult.
Den røde linja på kartet er jernbanen.
Tall under kravet er uthevet med rødt i tabellen.
"""
TOLD_OTHERWISE = """\
Den røde, stiplede linjen er riksveien.
De røde kommunene (Alta og Rana) har vokst.
Stien er merket med rødt.
Løypa er merket i blått.
De grønne områdene i sentrum bevares.
Kast det i den grønne posen.
Den røde linjen går med buss fra Nordvik.
Det grønne skiftet krever mer.
Kommunen gikk i røde tall.
Se svart på hvitt hva som står der.
De er merket med grønne trekanter.
Det ble gitt gult kort.
Bildet er gjengitt i svart-hvitt.
Bildet er vist i svart og hvitt.
Den blå fløyen ville vente.
Den gule linjen på veien er slitt.
Det hvite huset.
Fargene i flagget betyr frihet.
Klikk på den grønne knappen «Send».
"""
TOLD_BY_COLOUR_IN_ENGLISH = """\
The red line shows growth.
Municipalities marked in green have grown.
Press the green button.
Required fields are shown in red.
The colours on the map show how many answered.
The red municipalities grew most.
"""
TOLD_OTHERWISE_IN_ENGLISH = """\
The trail past the stable is marked in red.
The red, dashed line is the road.
The trail is marked in red.
The green areas in the centre.
They are marked with red triangles.
It is printed in black and white.
The red house is old.
They crossed the red line.
"""
POINTED_AT = """\
Tala er gitt att til høgre.
Kravene er forklart i boksen under.
Se kartet til høyre.
Trykk på den runde knappen.
Se faktaboksen til venstre.
Tallene står i høyre kolonne.
Tallene står øverst til høyre i tabellen.
Se øverst til høyre.
Les mer i rammen nedenfor.
Dette er vist til høyre.
Nederst på siden finner du kontaktskjemaet.
Figuren på høyre side viser veksten.
Sjå biletet til høgre.
Se tabellen på motstående side.
Klikk på det trekantede ikonet.
"""
FOUND_BY_ALL = """\
Rådhuset ligger til høyre for kirken.
Partiene til høyre i politikken stemte mot.
Se til høyre og venstre før du går over veien.
Kjør til venstre i krysset.
Se tabellen nedenfor.
Vi må holde oss innenfor rammen over flere år.
Barnehagen ligger på venstre side av elva.
Næringshagen ligger øverst i fylket.
Bildet til høyre for inngangen er malt i 1920.
På den andre siden står kommunen sterkt.
Kartet over Nordvik viser veiene.
Se listen over kommuner.
Den runde bordplaten er av eik.
Nederst på siden av fjellet går stien.
Prioriteringene øverst på lista haster.
"""
POINTED_AT_IN_ENGLISH = """\
The text box above has the answers.
See above right.
The map on the right shows growth.
Press the round button.
As explained in the box below.
The numbers are in the left-hand column.
See the bottom left corner.
This is shown to the right.
"""
FOUND_BY_ALL_IN_ENGLISH = """\
Turn to the right at the church.
See the table below.
The town hall is on the left side of the street.
Parties to the right voted against.
You have the right to see the box.
The right column.
"""


def _in(language: str, sentences: str) -> list[Stretch]:
    return [Stretch(sentence, 0, language) for sentence in sentences.splitlines()]


@pytest.mark.parametrize(
    "sentence",
    [*_in("nb", TOLD_BY_COLOUR), *_in("en-GB", TOLD_BY_COLOUR_IN_ENGLISH)],
    ids=lambda one: one.text,
)
def test_these_are_told_by_colour(sentence: Stretch) -> None:
    """Things on a map, in a chart or on a screen, and marks of importance, in both languages."""
    assert [*told_by_colour(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [*_in("nb", TOLD_OTHERWISE), *_in("en-GB", TOLD_OTHERWISE_IN_ENGLISH)],
    ids=lambda one: one.text,
)
def test_these_are_told_otherwise(sentence: Stretch) -> None:
    """By a second mark or a name; and colours of politics, parks, trails, bins and houses."""
    assert [*told_by_colour(sentence)] == []


@pytest.mark.parametrize("words", ["uthevet i gult", "farget med blått", "written in red"])
def test_what_is_shown_instead_is_the_same_where_a_sentence_begins(words: str) -> None:
    """A capital letter makes lettering no area, and gives neither a triangle."""
    for first in (words, words.capitalize()):
        language = "en" if words.startswith("written") else "nb"
        (instead,) = beside_colour(first, language)
        assert "tre" not in instead and "triangle" not in instead


@pytest.mark.parametrize(
    "sentence",
    [*_in("nb", POINTED_AT), *_in("en-GB", POINTED_AT_IN_ENGLISH)],
    ids=lambda one: one.text,
)
def test_these_point_at_the_page(sentence: Stretch) -> None:
    """By a side of the page, by a box, by a shape."""
    assert [*pointed_at(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [*_in("nb", FOUND_BY_ALL), *_in("en-GB", FOUND_BY_ALL_IN_ENGLISH)],
    ids=lambda one: one.text,
)
def test_these_are_found_by_all(sentence: Stretch) -> None:
    """What is right or left outdoors and in politics, and what comes before or after."""
    assert [*pointed_at(sentence)] == []


def test_what_is_code_or_in_another_language_is_not_judged(tmp_path: Path) -> None:
    """Norwegian patterns are not for Danish, nor for code."""
    text = "# T\n\n`De røde kommunene`\n\n::: {lang=da}\nSe de røde linjer til højre.\n:::\n"
    manuscript = manuscript_of(tmp_path, {"chapters/01.md": text})
    assert [
        *colour_is_not_alone.find(manuscript),
        *instructions_need_no_sight.find(manuscript),
    ] == []


def test_a_finding_stands_at_its_words(tmp_path: Path) -> None:
    """In the second sentence of a paragraph in nynorsk, on its second line."""
    text = "# T\n\n::: {lang=nn}\nDet går bra. No kjem\ndet: Sjå på dei raude kommunane.\n:::\n"
    (finding,) = colour_is_not_alone.find(manuscript_of(tmp_path, {"chapters/01.md": text}))
    assert (finding.location.line, finding.location.column) == (5, 13)


def test_a_caption_may_say_who_stands_where(tmp_path: Path) -> None:
    """It tells what is in the picture, and sends nobody anywhere."""
    text = (
        "# T\n\n::: figure\n![Ordføreren klipper ei snor.](../figures/kart.svg)\n\n"
        "Ordføreren er vist til høyre.\n:::\n"
    )
    manuscript = manuscript_of(tmp_path, {"chapters/01.md": text})
    assert [*instructions_need_no_sight.find(manuscript)] == []


@pytest.mark.parametrize(
    ("sentence", "language", "examples"),
    [
        (
            "De røde kommunene har vokst mest.",
            "nb",
            ("De røde kommunene (…)", "De røde, skraverte kommunene"),
        ),
        (
            "Den røde linjen viser veksten.",
            "nb",
            ("Den røde linjen (…)", "Den røde, stiplede linjen"),
        ),
        (
            "Dei raude kommunane har vakse.",
            "nn",
            ("Dei raude kommunane (…)", "Dei raude, skraverte kommunane"),
        ),
        ("Den blå streken syner det.", "nn", ("Den blå streken (…)", "Den blå, stipla streken")),
        ("Klikk på den grønne knappen.", "nb", ("den grønne knappen «…»",)),
        ("Kommuner med vekst er merket med grønt.", "nb", ("merket med en trekant i grønt",)),
        ("Fylka er vist i lyseblått på kartet.", "nb", ("vist med en trekant i lyseblått",)),
        ("Kommunar er merkte med raudt.", "nn", ("merkte med ein trekant i raudt",)),
        ("Nye tall er vist med rød skrift.", "nb", ("vist med ordet «…» og rød skrift",)),
        ("Endringer står i rød skrift.", "nb", ("står med ordet «…» og rød skrift",)),
        ("Fargene på kartet viser hvor mange.", "nb", ("Fargene (rødt: …) på kartet viser",)),
        ("Fargane på kartet syner kor mange.", "nn", ("Fargane (raudt: …) på kartet syner",)),
        ("Tallet er uthevet med rødt.", "nb", ("uthevet med ordet «…» og rødt",)),
        ("Fylkene er fargelagt i gult.", "nb", ("fargelagt i gult med prikker",)),
        ("Den røde teksten gjelder.", "nb", ("Den røde teksten (…)",)),
        ("The red line shows growth.", "en", ("The red line (…)", "The red, dashed line")),
        (
            "The red municipalities grew.",
            "en",
            ("The red municipalities (…)", "The red, hatched municipalities"),
        ),
        ("Press the green button.", "en", ("the green button “…”",)),
        ("Those marked in green have grown.", "en", ("marked with a triangle in green",)),
        ("The colours on the map show how many.", "en", ("colours (red: …) on the map show",)),
    ],
)
def test_what_to_write_instead_is_made_of_what_was_written(
    sentence: str, language: str, examples: tuple[str, ...]
) -> None:
    """In the sentence's own words and language; and the rule would find nothing in it."""
    (told,) = told_by_colour(Stretch(sentence, 0, language))
    assert told.instead == examples
    for example in told.instead:
        mended = sentence.replace(told.words, example)
        assert [*told_by_colour(Stretch(mended, 0, language))] == [], mended


def test_the_hint_shows_what_to_write_instead(tmp_path: Path) -> None:
    """In the message's language round about, and in the book's language in the example."""
    book = manuscript_of(tmp_path, {"chapters/01.md": "# T\n\nDe røde kommunene har vokst mest.\n"})
    (finding,) = colour_is_not_alone.find(book)
    assert "«De røde kommunene (…)»" in finding.hint.nb
    assert "“De røde, skraverte kommunene”" in finding.hint.en
