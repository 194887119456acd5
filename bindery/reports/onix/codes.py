"""ONIX codes that a record can have (EDItEUR lists), among them languages (list 74)."""

import re

# List 196: e-publication accessibility details.
SUMMARY = "00"
EPUB_ACCESSIBILITY_1_1 = "04"
PDF_UA_1 = "05"
PDF_UA_2 = "06"
CONTENTS_LEAD_EVERYWHERE = "11"
ONE_READING_ORDER = "13"
SHORT_ALTERNATIVES = "14"
FULL_ALTERNATIVES = "15"
MATHML = "17"
PAGES_AS_PRINTED = "19"
LANGUAGES_MARKED = "22"
TEXT_CONTRAST = "26"
STRUCTURE_TO_STEP_THROUGH = "29"
ARIA_ROLES = "30"
LANDMARKS = "32"
TEXT_CAN_BE_CHANGED = "36"
READS_WITHOUT_SIGHT = "52"
EVALUATED_BY = "90"
EVALUATED_ON = "91"
EVALUATION_REPORT = "94"
PUBLISHERS_PAGE = "96"
CONTACT = "99"

WCAG_VERSIONS = {"2.0": "80", "2.1": "81", "2.2": "82"}
WCAG_LEVELS = {"A": "84", "AA": "85", "AAA": "86"}

FEATURES = {
    "alternativeText": SHORT_ALTERNATIVES,
    "ARIA": ARIA_ROLES,
    "displayTransformability": TEXT_CAN_BE_CHANGED,
    "MathML": MATHML,
    "readingOrder": ONE_READING_ORDER,
    "structuralNavigation": STRUCTURE_TO_STEP_THROUGH,
}
"""Codes on list 196 for schema.org's accessibility features, where the two mean the same.

``longDescription`` and ``tableOfContents`` are not here: schema.org's say that there is one, ONIX's
that every picture has one and that everything is in it.
"""

HAZARDS = {
    "none": "00",
    "noSoundHazard": "16",
    "unknownFlashingHazard": "24",
    "unknownMotionSimulationHazard": "26",
}
"""List 143, by schema.org's hazards."""

ROLES = {"author": "A01", "editor": "B01", "translator": "B06", "illustrator": "A12"}
"""List 17, by contributors' roles. In ONIX, a commissioner has a publishing role instead."""

PUBLISHER, ON_BEHALF_OF = "01", "06"
"""List 45: publishing roles."""

UNDETERMINED = "und"
BRAILLE = "Brai"
"""List 121: the script of braille editions."""

_TWO_AND_THREE_LETTERS = """
aa aar ab abk ae ave af afr ak aka am amh an arg ar ara as asm av ava ay aym az aze ba bak be bel
bg bul bi bis bm bam bn ben bo tib br bre bs bos ca cat ce che ch cha co cos cr cre cs cze cu chu
cv chv cy wel da dan de ger dv div dz dzo ee ewe el gre en eng eo epo es spa et est eu baq fa per
ff ful fi fin fj fij fo fao fr fre fy fry ga gle gd gla gl glg gn grn gu guj gv glv ha hau he heb
hi hin ho hmo hr hrv ht hat hu hun hy arm hz her ia ina id ind ie ile ig ibo ii iii ik ipk io ido
is ice it ita iu iku ja jpn jv jav ka geo kg kon ki kik kj kua kk kaz kl kal km khm kn kan ko kor
kr kau ks kas ku kur kv kom kw cor ky kir la lat lb ltz lg lug li lim ln lin lo lao lt lit lu lub
lv lav mg mlg mh mah mi mao mk mac ml mal mn mon mr mar ms may mt mlt my bur na nau nb nob nd nde
ne nep ng ndo nl dut nn nno no nor nr nbl nv nav ny nya oc oci oj oji om orm or ori os oss pa pan
pi pli pl pol ps pus pt por qu que rm roh rn run ro rum ru rus rw kin sa san sc srd sd snd se sme
sg sag si sin sk slo sl slv sm smo sn sna so som sq alb sr srp ss ssw st sot su sun sv swe sw swa
ta tam te tel tg tgk th tha ti tir tk tuk tl tgl tn tsn to ton tr tur ts tso tt tat tw twi ty tah
ug uig uk ukr ur urd uz uzb ve ven vi vie vo vol wa wln wo wol xh xho yi yid yo yor za zha zh chi
zu zul
"""

BY_TAG: dict[str, str] = dict(re.findall(r"(\S+)\s+(\S+)", _TWO_AND_THREE_LETTERS))
"""ISO 639-2/B by ISO 639-1."""

WITHOUT_TWO_LETTERS = frozenset({"fkv", "rom", "sma", "smj", "smn", "sms"})
"""Kven, Romani, and South, Lule, Inari and Skolt Sami."""


def language_code(tag: str) -> str:
    """Return the code for a BCP 47 ``tag``. A language without one in ONIX is undetermined."""
    primary = tag.lower().split("-")[0]
    return primary if primary in WITHOUT_TWO_LETTERS else BY_TAG.get(primary, UNDETERMINED)
