"""What a person looks at in a PDF, under each checkpoint that has anything for a person."""

from bindery.vocabulary.text import Text

GUIDE = {
    "01": Text(
        nb="Hør noen sider lest opp mens du ser på dem. Blir noe som vises, ikke lest? Blir noe"
        " lest som bare er pynt? Sier skjermleseren riktig hva hver del er?",
        en="Hear some pages read aloud while you look at them. Is anything that is shown not read?"
        " Is anything read that is only decoration? Is each part called what it is?",
    ),
    "02": Text(
        nb="PDF-en har egne merker. Sjekk at hvert av dem er forklart med det som ligner mest.",
        en="The PDF has tags of its own. Check that each is explained by what is most like it.",
    ),
    "03": Text(
        nb="Finn film, animasjon og skript i PDF-en. Sjekk at ingenting blinker.",
        en="Find film, animation and scripts in the PDF. Check that nothing flickers.",
    ),
    "04": Text(
        nb="Se på sidene i gråtoner. Er det noe som bare vises med farge, kontrast eller"
        " plassering, og som ikke også er merket eller skrevet?",
        en="Look at the pages in shades of grey. Is anything shown only by colour, contrast or"
        " place, and neither tagged nor written as well?",
    ),
    "05": Text(
        nb="Sjekk at det som bare høres, også finnes som tekst.",
        en="Check that what is only heard is there as text, too.",
    ),
    "06": Text(
        nb="Les tittelen i vinduet der PDF-en er åpen. Sier den hvilken publikasjon dette er?",
        en="Read the title of the window that the PDF is open in. Does it say which publication"
        " this is?",
    ),
    "08": Text(
        nb="Les den gjenkjente teksten mot bildet av siden. Er alt med, og er det riktig?",
        en="Read the recognised text against the image of the page. Is all of it there, and right?",
    ),
    "09": Text(
        nb="Hør hele PDF-en lest opp. Kommer alt i en rekkefølge som gir mening, også noter,"
        " figurer og rammer? Er noe inni noe det ikke hører hjemme i?",
        en="Hear the whole PDF read aloud. Does everything come in an order that makes sense,"
        " notes, figures and boxes too? Is anything inside what it does not belong in?",
    ),
    "11": Text(
        nb="Hør avsnitt på andre språk lest opp. Skifter skjermleseren til riktig stemme?",
        en="Hear passages in other languages read aloud. Does the voice change to the right one?",
    ),
    "12": Text(
        nb="Se etter klammer og parenteser som strekker seg over flere linjer. Leses de én gang?",
        en="Look for brackets that stretch over several lines. Are they read once?",
    ),
    "13": Text(
        nb="Se på hver figur. Gir den alternative teksten det figuren viser? Hører bildeteksten"
        " til? Er deler som bare gir mening sammen, én figur? Finnes innholdet også som tekst"
        " eller tabell?",
        en="Look at each figure. Does its alternative text tell what it shows? Does the caption"
        " belong to it? Are parts that only make sense together one figure? Is the content there"
        " as text or a table, too?",
    ),
    "14": Text(
        nb="Bla gjennom sidene. Er alt som ser ut som en overskrift, også det for den som lytter?"
        " Har ingen overskrift et sjuende nivå?",
        en="Leaf through the pages. Is all that looks like a heading one for a listener, too? Does"
        " no heading have a seventh level?",
    ),
    "15": Text(
        nb="Hør hver tabell lest opp. Får hver celle de riktige overskriftene? Er alt som er merket"
        " som tabell, virkelig rader og kolonner?",
        en="Hear each table read aloud. Does each cell come with the right headers? Is all that is"
        " tagged as a table really rows and columns?",
    ),
    "16": Text(
        nb="Se etter lister. Er alle lest opp som lister, og de nummererte med riktige nummer?",
        en="Look for lists. Is each read as a list, and the numbered ones with the right numbers?",
    ),
    "17": Text(
        nb="Se etter formler og matematiske uttrykk i teksten. Er alle merket som formel?",
        en="Look for formulas and mathematical expressions. Is each tagged as a formula?",
    ),
    "18": Text(
        nb="Hør overgangen mellom to sider lest opp. Topptekst og sidetall skal ikke avbryte"
        " teksten.",
        en="Hear the passage from one page to the next. Running heads and page numbers must not"
        " interrupt the text.",
    ),
    "19": Text(
        nb="Følg noen noter fram og tilbake. Er hver note merket som note, og hver henvisning som"
        " henvisning?",
        en="Follow some notes to and fro. Is each note tagged as a note, and each reference as a"
        " reference?",
    ),
    "20": Text(
        nb="PDF-en har lag. Sjekk at hvert lag har et navn, og at ingenting viktig kan slås av.",
        en="The PDF has layers. Check that each has a name, and that nothing needed can be hidden.",
    ),
    "22": Text(
        nb="Følg artikkeltrådene. Kommer teksten i riktig rekkefølge?",
        en="Follow the article threads. Does the text come in the right order?",
    ),
    "24": Text(
        nb="Se etter felt som skal fylles ut på papir. Er hvert av dem merket med hva det er?",
        en="Look for fields to fill in on paper. Is each tagged with what it is?",
    ),
    "28": Text(
        nb="Gå fra lenke til lenke med tabulatortasten. Kommer de der de står i teksten?",
        en="Go from link to link with the tab key. Do they come where they stand in the text?",
    ),
    "29": Text(
        nb="Sjekk at ingen skript krever at tastene trykkes i en bestemt takt.",
        en="Check that no script asks for keys to be pressed in a certain time.",
    ),
    "31": Text(
        nb="Sjekk lisensen til hver skrift i boka: Kan den bygges inn og vises fritt?",
        en="Check the licence of each font in the book: may it be embedded and shown freely?",
    ),
}
"""By the checkpoint's number."""

UNTESTED = Text(
    nb="Ingen kontroll har vist vilkår {conditions}.",
    en="No check has shown conditions {conditions}.",
)
"""What no machine has tested, or not this time."""

SHOWN = Text(
    nb="En maskin har vist {count} av {all} vilkår.",
    en="A machine has shown {count} of {all} conditions.",
)
PROVED = Text(
    nb="veraPDF har prøvd alle vilkårene som gjelder PDF-en, og de holder: {conditions}.",
    en="veraPDF has tested all the conditions that concern the PDF, and they hold: {conditions}.",
)
FOUND = Text(
    nb="Kontrollene fant noe som bryter med sjekkpunktet.",
    en="The checks found something that breaks the checkpoint.",
)
NO_TEST = {
    "23": Text(
        nb="Protokollen har ingen egen prøve: En signatur er et skjemafelt (28).",
        en="The protocol has no test of its own: a signature is a form field (28).",
    ),
    "27": Text(
        nb="Protokollen har ingen egen prøve. bindery leter selv etter overskriftene i bokmerkene.",
        en="The protocol has no test of its own. bindery itself looks for headings in bookmarks.",
    ),
}
"""The checkpoints without a condition."""
