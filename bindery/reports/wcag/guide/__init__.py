"""What a person must look at, and where, for each criterion that no machine can decide."""

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

OPERABLE = {
    "2.1.1": Text(
        nb="Legg bort musen. Kom deg gjennom sammendraget, e-boka og PDF-en med tastaturet: Kan du"
        " følge alle lenker og rulle alle brede tabeller?",
        en="Put the mouse away. Go through the summary, the e-book and the PDF by keyboard: can"
        " you follow every link and scroll every wide table?",
    ),
    "2.1.2": Text(
        nb="Gå gjennom hver utgave med tabulatortasten. Sjekk at du kommer videre fra alt du"
        " kommer til.",
        en="Go through each edition with the tab key. Check that you get on from all you come to.",
    ),
    "2.1.4": Text(
        nb="Sjekk at hurtigtaster på bare ett tegn kan slås av eller endres.",
        en="Check that shortcuts of a single character can be turned off or changed.",
    ),
    "2.2.1": Text(
        nb="Finn alt som har en tidsfrist. Sjekk at leseren kan slå den av eller få mer tid.",
        en="Find all that has a time limit. Check that the reader can turn it off or extend it.",
    ),
    "2.2.2": Text(
        nb="Finn alt som beveger seg, blinker eller oppdaterer seg. Sjekk at det kan stoppes.",
        en="Find all that moves, blinks or updates itself. Check that it can be stopped.",
    ),
    "2.3.1": Text(
        nb="Sjekk at ingenting blinker mer enn tre ganger i sekundet.",
        en="Check that nothing flashes more than three times a second.",
    ),
    "2.4.1": Text(
        nb="Sjekk at du kan hoppe rett til innholdet i sammendraget, og rett til et kapittel i"
        " e-boka og i PDF-ens bokmerker.",
        en="Check that you can jump straight to the content of the summary, and to a chapter in"
        " the e-book and by the PDF’s bookmarks.",
    ),
    "2.4.2": Text(
        nb="Les tittelen på sammendraget, PDF-en og hvert dokument i e-boka. Sier den hva dette"
        " er?",
        en="Read the title of the summary, the PDF and each document of the e-book. Does it say"
        " what this is?",
    ),
    "2.4.3": Text(
        nb="Gå fra lenke til lenke med tastaturet i hver utgave, også til noter og tilbake. Er"
        " rekkefølgen til å forstå?",
        en="Go from link to link by keyboard in each edition, also to notes and back. Does the"
        " order make sense?",
    ),
    "2.4.4": Text(
        nb="Les hver lenke med setningen den står i. Går det fram hvor den fører?",
        en="Read each link with the sentence it stands in. Is it clear where it leads?",
    ),
    "2.4.5": Text(
        nb="Sjekk at et sted i boka kan finnes på minst to måter i e-boka og i PDF-en, for"
        " eksempel med innholdslista, sidelista og søk.",
        en="Check that a place in the book can be found in at least two ways in the e-book and in"
        " the PDF, such as the contents, the page list and search.",
    ),
    "2.4.6": Text(
        nb="Les innholdslista. Sier hver overskrift hva som står under den?",
        en="Read the contents. Does each heading say what stands under it?",
    ),
    "2.4.7": Text(
        nb="Gå fra lenke til lenke med tastaturet, i lyst og i mørkt. Ser du hele tiden hvor du"
        " er?",
        en="Go from link to link by keyboard, in light and in dark. Can you see all the time where"
        " you are?",
    ),
    "2.4.11": Text(
        nb="Gå fra lenke til lenke med tastaturet i sammendraget. Sjekk at ingen lenke med fokus"
        " er helt dekket av noe annet.",
        en="Go from link to link by keyboard in the summary. Check that no link with focus is"
        " wholly covered by anything else.",
    ),
    "2.5.1": Text(
        nb="Sjekk at alt som krever sveip eller flere fingre, også kan gjøres med ett trykk.",
        en="Check that all that takes a swipe or several fingers can also be done with one tap.",
    ),
    "2.5.2": Text(
        nb="Sjekk at et trykk kan angres ved å flytte fingeren bort før den løftes.",
        en="Check that a press can be undone by moving the finger away before lifting it.",
    ),
    "2.5.3": Text(
        nb="Les hver lenke slik skjermleseren sier den. Er ordene som vises, med?",
        en="Hear each link as a screen reader says it. Are the words that are shown in it?",
    ),
    "2.5.4": Text(
        nb="Sjekk at alt som gjøres ved å riste eller vri enheten, også kan gjøres på skjermen.",
        en="Check that all that is done by shaking or tilting the device can also be done on the"
        " screen.",
    ),
    "2.5.7": Text(
        nb="Sjekk at alt som kan dras, også kan flyttes med enkle trykk.",
        en="Check that all that can be dragged can also be moved by single taps.",
    ),
    "2.5.8": Text(
        nb="Mål lenker som ikke står i en setning, som notetall, innholdsliste og nedlasting: minst"
        " 24 ganger 24 piksler, eller så god avstand.",
        en="Measure links that do not stand in a sentence, such as note numbers, contents and"
        " downloads: at least 24 by 24 pixels, or as much space.",
    ),
}

UNDERSTANDABLE = {
    "3.1.1": Text(
        nb="Sjekk at språket i publication.toml er det teksten er skrevet på, og at skjermleseren"
        " bruker riktig stemme i alle utgavene.",
        en="Check that the language in publication.toml is the one the text is written in, and"
        " that a screen reader uses the right voice in every edition.",
    ),
    "3.1.2": Text(
        nb="Se etter setninger og uttrykk på andre språk. Er de merket med språket sitt? Navn og"
        " ord som er vanlige i norsk, er unntatt.",
        en="Look for sentences and phrases in other languages. Are they marked with their"
        " language? Names, and words that have become part of the language, are excepted.",
    ),
    "3.2.1": Text(
        nb="Gå gjennom alt som kan få fokus. Sjekk at ingenting skjer før du velger det.",
        en="Go through all that can get focus. Check that nothing happens until you choose it.",
    ),
    "3.2.2": Text(
        nb="Fyll ut hvert felt. Sjekk at siden ikke skifter uten at du er varslet.",
        en="Fill in each field. Check that the page does not change without your being told.",
    ),
    "3.2.3": Text(
        nb="Sjekk at innholdsliste og andre lenker som går igjen, står i samme rekkefølge i alle"
        " dokumentene i e-boka.",
        en="Check that contents and other links that recur come in the same order in all documents"
        " of the e-book.",
    ),
    "3.2.4": Text(
        nb="Sjekk at det som gjør det samme, heter det samme i alle kapitlene og utgavene, som"
        " lenken tilbake fra en note.",
        en="Check that what does the same is called the same in all chapters and editions, such as"
        " the link back from a note.",
    ),
    "3.2.6": Text(
        nb="Hvis kontaktadressen står på flere sider på nettstedet, sjekk at den står på samme sted"
        " på alle.",
        en="If the contact address is on several pages of the site, check that it is in the same"
        " place on all of them.",
    ),
    "3.3.1": Text(
        nb="Fyll ut noe galt. Sjekk at feilen blir pekt ut og forklart i tekst.",
        en="Fill in something wrong. Check that the error is pointed out and explained in text.",
    ),
    "3.3.2": Text(
        nb="Sjekk at hvert felt har en ledetekst som sier hva som skal fylles ut.",
        en="Check that each field has a label that says what to fill in.",
    ),
    "3.3.3": Text(
        nb="Fyll ut noe galt. Sjekk at du får forslag til hvordan det kan rettes.",
        en="Fill in something wrong. Check that you are told how it can be mended.",
    ),
    "3.3.4": Text(
        nb="Sjekk at bestillinger, avtaler og andre bindende skjema kan angres eller kontrolleres"
        " før de sendes.",
        en="Check that orders, agreements and other binding forms can be undone or checked before"
        " they are sent.",
    ),
    "3.3.7": Text(
        nb="Sjekk at ingen må fylle ut det samme to ganger.",
        en="Check that nobody has to fill in the same thing twice.",
    ),
    "3.3.8": Text(
        nb="Sjekk at innlogging ikke krever at leseren husker, regner eller løser en oppgave.",
        en="Check that logging in does not require remembering, calculating or solving a puzzle.",
    ),
    "4.1.2": Text(
        nb="Gå gjennom lenker og tabeller som kan rulles, med skjermleser i hver utgave. Sier den"
        " hva de er og hva de heter?",
        en="Go through links and scrolling tables with a screen reader in each edition. Does it"
        " say what they are and what they are called?",
    ),
    "4.1.3": Text(
        nb="Sjekk at skjermleseren sier fra når en beskjed dukker opp uten at siden lastes på"
        " nytt.",
        en="Check that a screen reader tells of messages that appear without the page reloading.",
    ),
}

GUIDE: dict[str, Text] = {**PERCEIVABLE, **OPERABLE, **UNDERSTANDABLE}
"""By the criterion's number. PDF, EPUB and the summary are named where they differ."""
