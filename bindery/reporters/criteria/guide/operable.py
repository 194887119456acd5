"""What to look at under principle 2: readers can operate it."""

from bindery.vocabulary.text import Text

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
