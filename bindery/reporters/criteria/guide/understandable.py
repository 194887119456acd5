"""What to look at under principles 3 and 4: readers, and their software, understand it."""

from bindery.vocabulary.text import Text

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
