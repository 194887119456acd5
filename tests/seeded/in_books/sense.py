"""Defects of what is said: counts, languages, marks, emphasis, directions and colours."""

from tests.seeded.in_books.defect import InBook

COUNT, FOREIGN = "count-agrees-with-list", "foreign-words-are-marked"
PAIRS, EMPHASIS = "marks-come-in-pairs", "emphasis-is-for-a-few-words"
SIGHT, COLOUR = "instructions-need-no-sight", "colour-is-not-alone"

OBVIOUS = "Slik ble det ikke."

SENSE = (
    InBook("Four wishes that are five", "nb", 1, "Fire ønsker gikk igjen:",
           "Fem ønsker gikk igjen:", COUNT),
    InBook("Three lessons that are four", "nb", 6, "Vi har lært fire ting", "Vi har lært tre ting",
           COUNT),
    InBook("Five measures that are six", "nb", 8, "Den har fem tiltak:", "Den har seks tiltak:",
           COUNT),
    InBook("Three reasons that are four", "nb", 3, "Tre grunner gikk igjen:",
           "Fire grunner gikk igjen:", COUNT),
    InBook("Chapters that are fewer", "nb", 1, "Vi har brukt tall fra billettene,",
           "Rapporten har ni kapitler. Vi har brukt tall fra billettene,", COUNT),
    InBook("Chapters that are fewer, in English", "en", 1, "This book tells how",
           "This book has five chapters. This book tells how", COUNT),
    InBook("Three rules that are four, in English", "en", 1, "we agreed on three rules:",
           "we agreed on four rules:", COUNT),
    InBook("Three things that are two, in nynorsk", "nn", 1, "Vi vart samde om tre ting:",
           "Vi vart samde om to ting:", COUNT),
    InBook("Three words that are not marked", "nb", 7, "Det finnes også en pumpe",
           "Anlegget er state of the art. Det finnes også en pumpe", FOREIGN),
    InBook("Four words that are not marked", "nb", 3, OBVIOUS, "Det ble the place for everyone.",
           FOREIGN),
    InBook("Words that are not marked, in nynorsk", "nn", 2, "Det er meininga,",
           "Det er the way of nature,", FOREIGN),
    InBook("A mark that is too wide", "nb", 3, "[The best sauna I have ever visited]{lang=en}, og",
           "[The best sauna I have ever visited, og]{lang=en}", FOREIGN),
    InBook("A mark on Norwegian words", "nb", 6, "uten å bli løftet",
           "[uten å bli løftet]{lang=en}", FOREIGN),
    InBook("A quotation that is not closed", "nb", 4, "skilt med ordet «Brennmaneter» ved",
           "skilt med ordet «Brennmaneter ved", PAIRS),
    InBook("A bracket that is not closed", "nn", 3, "Det synest vi òg.",
           "Det synest vi òg (alle saman.", PAIRS),
    InBook("A bracket that is not opened", "en", 2, "The work is heavy.",
           "The work (and it is heavy)) never ends.", PAIRS),
    InBook("A paragraph in bold", "nb", 6, "Om kvelden er badstua full. Der er det kort vei "
           "fra fremmed "
           "til venn, for ingen har med seg telefon.",
           "**Om kvelden er badstua full. Der er det kort vei fra fremmed til venn, for ingen har"
           " med "
           "seg telefon.**", EMPHASIS),
    InBook("A paragraph in italics", "en", 2, "Two bakers and one helper work each night. "
           "The helper "
           "is a member, and each member helps once a month.\nMost of them had never baked before.",
           "*Two bakers and one helper work each night. The helper is a member, and each member"
           " helps "
           "once a month.\nMost of them had never baked before.*", EMPHASIS),
    InBook("The next page", "nb", 5, "Prisene er de samme hele året.",
           "Prisene er vist på neste side.", SIGHT),
    InBook("The left in brackets", "nb", 2, "Arkitektene tegnet tre utkast.",
           "Arkitektene (til venstre) tegnet tre utkast.", SIGHT),
    InBook("On the left you see", "nb", 3, OBVIOUS, "Til høyre ser du tallene.", SIGHT),
    InBook("The next page, in English", "en", 2, "The work is heavy.",
           "The work is shown overleaf.", SIGHT),
    InBook("Numbers in red", "nb", 5, "Noen tall er usikre.", "Tallene i rødt er usikre.", COLOUR),
    InBook("What red means", "nb", 7, "Det tar fire\nminutter,",
           "Rødt betyr at pumpa går. Det tar fire\nminutter,", COLOUR),
    InBook("Figures in red, in English", "en", 3, "Saturday pays for Monday.",
           "The figures in red are from Monday.", COLOUR),
)  # fmt: skip
