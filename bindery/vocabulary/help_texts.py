"""What ``--help`` says of each task and each option."""

from bindery.vocabulary.sign_options import SIGN_HELP
from bindery.vocabulary.text import Text

BOOK_HELP = {
    "book": "the publication's folder, the one that contains manuscript/ (default: the nearest)",
    "lang": "language of the messages: nb (nn too) or en (default: yours, by the locale)",
}
MANY_HELP = {
    "book": "the publication's folder (default: the nearest); several: --book A --book B",
    "all": "build every publication in this folder and the folders in it",
    "scheduler": "let the workers of this Dask scheduler build, such as tcp://10.0.0.5:8786",
    "at-once": "how many publications to build at a time here (default: one a processor)",
}
DRAFT_HELP = "make a PDF and a Word file to comment on instead, with numbered paragraphs"
REBUILD_HELP = "make the editions again, and overwrite what somebody has changed in them"

BUILD_HELP = {**BOOK_HELP, **MANY_HELP, "rebuild": REBUILD_HELP, "draft": DRAFT_HELP}
RELEASE_HELP = {
    **BOOK_HELP,
    "tag": "release only what was released before under this tag, vVERSION",
}
CHECK_HELP = {
    **BOOK_HELP,
    "require-all": "fail if a checker is not installed, instead of only reporting it",
    "fix": "first fix the chapters automatically, where possible",
    "verbose": "list also findings for information, not just their number",
    "afresh": "check everything again, also what has not changed since the last check",
    "rebuild": REBUILD_HELP,
    "edition": "check only this file, a PDF, EPUB or summary that was edited or sent back",
    "fast": "check only the manuscript by bindery's own rules, in seconds; make nothing",
}
LISTEN_HELP = {
    "file": "a PDF, an EPUB or a page of HTML, of this publication or any other",
    **BOOK_HELP,
    "alone": "do not compare the file with a publication",
}
NEW_HELP = {
    "folder": "the folder to make, new or empty: bindery new FOLDER",
    "from": "what to make it of: a Word file, or a folder or file of Markdown",
    "title": "title of the publication (default: the folder's name)",
    "language": "language of the publication: nb, nn, se, en … (default: yours)",
    "publisher": "who publishes it",
    "contact": "e-mail or web address for readers who cannot read something",
    "rights": "what others may do with it, such as “CC BY 4.0”",
    "split": "level of heading that begins a chapter: 1, 2 or none (default: the highest)",
    "comments": "of Word: keep (in the chapters, the default) or drop (only in the report)",
    "again": "import a newer version into import/ of a publication, and say what differs",
    "yes": "ask nothing, also at a terminal",
    "lang": BOOK_HELP["lang"],
}
SETUP_HELP = {
    "only": "“build”, “braille” or “check” gets what that needs, each with what building needs",
    "lang": BOOK_HELP["lang"],
}

HELP = (
    Text(
        nb="Lag en ny publikasjon i en egen mappe.",
        en="Make a new publication in a folder of its own.",
    ),
    Text(
        nb="Lag PDF, e-bok og sammendrag i build/.",
        en="Make the PDF, the EPUB and the HTML summary in build/.",
    ),
    Text(
        nb="Vis publikasjonen i nettleseren, og på nytt hver gang du lagrer.",
        en="Show the publication in the browser, and again each time you save.",
    ),
    Text(
        nb="Kontroller manuset og utgavene, og skriv build/reports/.",
        en="Run every check on the manuscript and its editions; write build/reports/.",
    ),
    Text(
        nb="Vis hva som må kontrolleres manuelt, eller skriv en vurdering i judgements.toml.",
        en="Show what only a person can judge, or record a verdict in judgements.toml.",
    ),
    Text(
        nb="Bygg, krev alle kontroller, og legg det som skal publiseres, i build/release/.",
        en="Build, require every check, and write the bundle to build/release/.",
    ),
    Text(
        nb="Skriv det skjermlesere leser opp av en fil, side for side, i transcript.html.",
        en="Write what screen readers read aloud of a file, page by page, in transcript.html.",
    ),
    Text(
        nb="en PDF, en e-bok eller en nettside, fra denne publikasjonen eller en annen",
        en=LISTEN_HELP["file"],
    ),
    Text(nb="ikke sammenlign filen med en publikasjon", en=LISTEN_HELP["alone"]),
    Text(
        nb="Hent systembiblioteker, nettleser og kontrollverktøy som mangler.",
        en="Get the system libraries, the browser and the checkers that are missing.",
    ),
    Text(
        nb="Vis hva som er installert, hva som mangler, og hvordan du får det.",
        en="Show what is installed, what is missing, and how to get it.",
    ),
    Text(nb="Slett alt som er bygd.", en="Remove everything that was built."),
    Text(
        nb="lag en PDF og en Word-fil til kommentar i stedet, med nummererte avsnitt",
        en=DRAFT_HELP,
    ),
    Text(
        nb="mappen til publikasjonen, den som inneholder manuscript/ (ellers: den nærmeste)",
        en=BOOK_HELP["book"],
    ),
    Text(
        nb="språket i meldingene: nb (også nn) eller en (ellers: ditt, etter systemets språk)",
        en=BOOK_HELP["lang"],
    ),
    Text(
        nb="et kontrollverktøy som ikke er installert, er en feil og ikke en merknad",
        en="fail if a checker is not installed, instead of only reporting it",
    ),
    Text(
        nb="rett først det i kapitlene som kan rettes automatisk",
        en="first fix the chapters automatically, where possible",
    ),
    Text(
        nb="vis også det som bare er til opplysning, ikke bare antallet",
        en="list also findings for information, not just their number",
    ),
    Text(
        nb="kontroller på nytt også det som ikke er endret siden sist",
        en="check everything again, also what has not changed since the last check",
    ),
    Text(
        nb="lag utgavene på nytt, og overskriv det noen har endret i dem",
        en=REBUILD_HELP,
    ),
    Text(
        nb="mappen til publikasjonen (ellers: den nærmeste); flere: --book A --book B",
        en=MANY_HELP["book"],
    ),
    Text(
        nb="bygg alle publikasjonene i denne mappen og mappene i den",
        en=MANY_HELP["all"],
    ),
    Text(
        nb="la arbeiderne til denne Dask-planleggeren bygge, for eksempel tcp://10.0.0.5:8786",
        en=MANY_HELP["scheduler"],
    ),
    Text(
        nb="hvor mange publikasjoner som bygges om gangen her (ellers: én per prosessor)",
        en=MANY_HELP["at-once"],
    ),
    Text(
        nb="kontroller bare denne filen: en PDF, en e-bok eller et sammendrag som noen har endret"
        " eller sendt tilbake",
        en="check only this file, a PDF, EPUB or summary that was edited or sent back",
    ),
    Text(
        nb="kontroller bare manuset med binderys egne regler, på sekunder; lag ingenting",
        en="check only the manuscript by bindery's own rules, in seconds; make nothing",
    ),
    Text(
        nb="gi bare ut det som alt er gitt ut med denne taggen, vVERSJON",
        en="release only what was released before under this tag, vVERSION",
    ),
    Text(
        nb="«build», «braille» og «check» henter det som trengs til det, og til å lage utgavene",
        en=SETUP_HELP["only"],
    ),
    Text(nb="mappen som skal lages, ny eller tom: bindery new MAPPE", en=NEW_HELP["folder"]),
    Text(
        nb="det den skal lages av: en Word-fil, eller en mappe eller fil med Markdown",
        en=NEW_HELP["from"],
    ),
    Text(
        nb="nivået på overskriften et kapittel begynner med: 1, 2 eller none (ellers: det øverste)",
        en=NEW_HELP["split"],
    ),
    Text(
        nb="kommentarene i Word: keep (i kapitlene, det vanlige) eller drop (bare i rapporten)",
        en=NEW_HELP["comments"],
    ),
    Text(nb="tittelen på publikasjonen (ellers: navnet på mappen)", en=NEW_HELP["title"]),
    Text(
        nb="språket i publikasjonen: nb, nn, se, en … (ellers: ditt)",
        en=NEW_HELP["language"],
    ),
    Text(nb="hvem som gir den ut", en=NEW_HELP["publisher"]),
    Text(nb="e-post eller nettadresse for lesere som ikke får lest noe", en=NEW_HELP["contact"]),
    Text(nb="hva andre kan gjøre med den, for eksempel «CC BY 4.0»", en=NEW_HELP["rights"]),
    Text(
        nb="importer en nyere versjon til import/ i en publikasjon, og si hva som er ulikt",
        en=NEW_HELP["again"],
    ),
    Text(nb="ikke spør om noe, heller ikke ved en terminal", en=NEW_HELP["yes"]),
    Text(nb="kriterier i WCAG som vurderes, for eksempel 1.1.1,2.4.4", en=SIGN_HELP["criterion"]),
    Text(nb="hvem som har vurdert: navn, og for hvem", en=SIGN_HELP["by"]),
    Text(nb="hvordan det er vurdert", en=SIGN_HELP["method"]),
    Text(
        nb="navnene på det som er vurdert (ellers: alt som er nytt eller endret)",
        en=SIGN_HELP["units"],
    ),
    Text(nb="kriteriet er ikke oppfylt", en=SIGN_HELP["not-met"]),
    Text(nb="hva som er feil", en=SIGN_HELP["reason"]),
    Text(nb="hva det betyr for leserne", en=SIGN_HELP["consequence"]),
    Text(nb="utgaven leserne kan bruke i stedet: epub, html, pdf …", en=SIGN_HELP["alternative"]),
    Text(nb="dagen det blir rettet, for eksempel 2027-02-01", en=SIGN_HELP["mended-by"]),
    Text(nb="dagen det ble vurdert (ellers: i dag)", en=SIGN_HELP["day"]),
    Text(nb="hevd at e-boka oppfyller en standard: «WCAG 2.2 Level AA»", en=SIGN_HELP["conforms"]),
    Text(nb="hva «by» er i en påstand: person, organisation", en=SIGN_HELP["kind"]),
    Text(nb="nettadressen til rapporten", en=SIGN_HELP["report"]),
    Text(
        nb="feil som godtas til de skal være rettet: navn på regler, eller all",
        en=SIGN_HELP["accept"],
    ),
    Text(nb="det som viser at den som vurderte, er kvalifisert", en=SIGN_HELP["credential"]),
    Text(nb="vis dette, eller valgene til en oppgave", en="Show core or per-task help and exit."),
    Text(nb="vis hvilken versjon dette er", en="Show version and exit."),
)
"""The help texts. The English ones must be equal to those of the tasks, and of invoke itself."""
