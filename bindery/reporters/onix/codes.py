"""The ONIX codes that a record here can hold, with what each one claims (EDItEUR's lists)."""

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
"""What each schema.org accessibility feature is on list 196, where the two say the same.

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
"""List 17, by contributors' roles. ONIX knows no commissioner among them, but a publishing role."""

PUBLISHER, ON_BEHALF_OF = "01", "06"
"""List 45: publishing roles."""
