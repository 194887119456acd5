"""What to look at under principle 1: readers can perceive it."""

from bindery.vocabulary.text import Text

PERCEIVABLE = {
    "1.1.1": Text(
        nb="Les den alternative teksten til hvert bilde, hver figur og hver formel. Gir den samme"
        " opplysning som bildet? Er bilder uten tekst bare til pynt?",
        en="Read the alternative text of each image, figure and formula. Does it tell what the"
        " image tells? Are images without one only decoration?",
    ),
    "1.2.1": Text(
        nb="Sjekk at opptak med bare lyd eller bare bilde har en tekst med det samme innholdet.",
        en="Check that recordings of only sound or only pictures have a text that says the same.",
    ),
    "1.2.2": Text(
        nb="Se hver video med lyd, og sjekk at alt som sies, er tekstet.",
        en="Watch each video with sound, and check that all that is said has captions.",
    ),
    "1.2.3": Text(
        nb="Sjekk at det viktige som bare vises i en video, er synstolket eller står som tekst.",
        en="Check that what is only shown in a video is described by voice or in text.",
    ),
    "1.2.4": Text(
        nb="Sjekk at direktesendinger med lyd blir tekstet.",
        en="Check that live sound has captions.",
    ),
    "1.2.5": Text(
        nb="Se hver video, og sjekk at det viktige som bare vises, er synstolket.",
        en="Watch each video, and check that what is only shown is described by voice.",
    ),
    "1.3.1": Text(
        nb="Bla gjennom PDF-en, e-boka og sammendraget. Er alt som ser ut som overskrift, liste,"
        " tabell eller sitat, også merket slik? Hør hver tabell lest opp med overskriftene.",
        en="Leaf through the PDF, the e-book and the summary. Is all that looks like a heading,"
        " list, table or quotation also marked so? Hear each table read with its headers.",
    ),
    "1.3.2": Text(
        nb="Hør noen sider av hver utgave lest opp. Kommer figurer, noter og rammer på et sted der"
        " de gir mening?",
        en="Hear some pages of each edition read aloud. Do figures, notes and boxes come where"
        " they make sense?",
    ),
    "1.3.3": Text(
        nb="Let i teksten etter henvisninger til form, størrelse, plass eller farge alene, som"
        " «rammen til høyre» eller «de grønne punktene».",
        en="Look in the text for references to shape, size, place or colour alone, such as “the"
        " box on the right” or “the green dots”.",
    ),
    "1.3.4": Text(
        nb="Vri skjermen. Sjekk at alle utgavene kan leses både stående og liggende.",
        en="Turn the screen. Check that every edition can be read both upright and sideways.",
    ),
    "1.3.5": Text(
        nb="Sjekk at felt for navn, adresse og andre opplysninger om leseren selv er kodet med"
        " formålet.",
        en="Check that fields for name, address and other facts about the reader are coded with"
        " their purpose.",
    ),
    "1.4.1": Text(
        nb="Se på kart, figurer og tabeller i gråtoner. Kan du fortsatt skille det som er vist med"
        " farge? Er lenker til å kjenne igjen uten fargen?",
        en="Look at maps, figures and tables in shades of grey. Can you still tell apart what is"
        " shown by colour? Can links be recognised without theirs?",
    ),
    "1.4.2": Text(
        nb="Sjekk at lyd som starter av seg selv og varer over tre sekunder, kan stoppes.",
        en="Check that sound that starts by itself and lasts over three seconds can be stopped.",
    ),
    "1.4.3": Text(
        nb="Mål kontrasten på tekst i PDF-en, på omslaget og i figurene: minst 4,5:1, og 3:1 for"
        " stor tekst. Se på e-boka og sammendraget i lyst og mørkt.",
        en="Measure the contrast of text in the PDF, on the cover and in figures: at least 4.5:1,"
        " and 3:1 for large text. Look at the e-book and the summary in light and dark.",
    ),
    "1.4.4": Text(
        nb="Forstørr teksten i sammendraget og e-boka til 200 prosent. Sjekk at alt kan leses og"
        " ingenting dekker noe annet.",
        en="Enlarge the text of the summary and the e-book to 200 per cent. Check that all can be"
        " read and nothing covers anything else.",
    ),
    "1.4.5": Text(
        nb="Se etter tekst i bilder og figurer. Kan den i stedet stå som vanlig tekst? Logoer og"
        " navn på kart er unntatt når de må se ut slik.",
        en="Look for text in images and figures. Could it be ordinary text instead? Logos, and"
        " names on maps, are excepted where they must look so.",
    ),
    "1.4.10": Text(
        nb="Åpne sammendraget og e-boka i et vindu på 320 piksler, eller forstørr til 400 prosent."
        " Må du rulle sidelengs for å lese vanlig tekst? PDF-en har fast side: Prøv den i et"
        " program som kan flyte om teksten.",
        en="Open the summary and the e-book in a window of 320 pixels, or enlarge to 400 per cent."
        " Must you scroll sideways to read ordinary text? The PDF has fixed pages: try it in"
        " software that can reflow it.",
    ),
    "1.4.11": Text(
        nb="Mål kontrasten på streker, flater og punkter i kart og figurer som leseren trenger for"
        " å forstå dem, og på markeringen av fokus: minst 3:1.",
        en="Measure the contrast of the lines, areas and dots in maps and figures that readers"
        " need to understand them, and of the focus indicator: at least 3:1.",
    ),
    "1.4.12": Text(
        nb="Øk avstanden mellom linjer, avsnitt, ord og bokstaver i sammendraget og e-boka til"
        " målene i kriteriet. Sjekk at ingen tekst blir borte.",
        en="Increase the space between lines, paragraphs, words and letters in the summary and"
        " the e-book to the criterion’s measures. Check that no text is lost.",
    ),
    "1.4.13": Text(
        nb="Før pekeren og tastaturfokus over lenker og forkortelser. Hvis noe dukker opp, kan det"
        " lukkes uten å flytte pekeren, og blir det stående så lenge du leser?",
        en="Move the pointer and the keyboard focus over links and abbreviations. If anything"
        " appears, can it be closed without moving the pointer, and does it stay while you read?",
    ),
}
