"""Sentences whose language is known: what the rule about languages is measured on.

The first group of each language is of ordinary sentences of six to fifteen words, as publications
have them; ``NOBODYS`` is of what has no language of its own, or only looks foreign.
"""

SENTENCES = {
    "nb": """
    Kommunen og bedriftene er gjensidig avhengige av hverandre.
    Vi har ikke sett noe til ham siden han dro hjem.
    Det er viktig at kommunen sier fra tidlig når noe skal endres.
    Hun hadde ikke lyst til å være med på turen likevel.
    Rapporten ble lagt fram på et møte i februar.
    Hvem som skal betale for veien, er ennå ikke avgjort.
    De fleste barna går på skole i nærheten av hjemmet sitt.
    Noen av oss husker hvordan det var før brua kom.
    Alle mennesker er født frie og med samme menneskeverd og menneskerettigheter.
    Jeg vet ikke hva jeg skal gjøre hvis det blir mye snø.
    Planen må være klar før sommeren, ellers mister vi et helt år.
    Bare tre av de sytten kommunene har en egen næringssjef.
    """,
    "nn": """
    Vi har ikkje sett noko til han sidan han drog heim.
    Det er viktig at kommunen seier frå tidleg når noko skal endrast.
    Ho hadde ikkje lyst til å vere med på turen likevel.
    Kommunane må sjølve ta ansvar for dei som bur der.
    Rapporten vart lagd fram på eit møte i februar.
    Kven som skal betale for vegen, er enno ikkje avgjort.
    Dei fleste borna går på skule i nærleiken av heimen sin.
    Nokre av oss hugsar korleis det var før brua kom.
    Eg veit ikkje kva eg skal gjere om det blir mykje snø.
    Berre tre av dei sytten kommunane har ein eigen næringssjef.
    Alle menneske er fødde til fridom og med same menneskeverd og menneskerettar.
    Planen må vere klar før sommaren, elles mistar vi eit heilt år.
    """,
    "da": """
    Vi har ikke set noget til ham, siden han tog hjem.
    Det er vigtigt, at kommunen siger til tidligt, når noget skal ændres.
    Hun havde ikke lyst til at være med på turen alligevel.
    Rapporten blev lagt frem på et møde i februar.
    Kommunerne må selv tage ansvaret for dem, der bor der.
    Jeg ved ikke, hvad jeg skal gøre, hvis der kommer meget sne.
    Nogle af os husker, hvordan det var, før broen kom.
    De fleste børn går i skole i nærheden af deres hjem.
    Alle mennesker er født frie og lige i værdighed og rettigheder.
    Planen skal være klar inden sommeren, ellers mister vi et helt år.
    Kun tre af de sytten kommuner har deres egen erhvervschef.
    Hvem der skal betale for vejen, er endnu ikke afgjort.
    """,
    "sv": """
    Vi har inte sett något till honom sedan han for hem.
    Det är viktigt att kommunen säger ifrån tidigt när något ska ändras.
    Hon hade inte lust att vara med på turen ändå.
    Rapporten lades fram på ett möte i februari.
    Kommunerna måste själva ta ansvar för dem som bor där.
    Jag vet inte vad jag ska göra om det blir mycket snö.
    Några av oss minns hur det var innan bron kom.
    De flesta barnen går i skola i närheten av sitt hem.
    Alla människor är födda fria och lika i värde och rättigheter.
    Planen måste vara klar före sommaren, annars förlorar vi ett helt år.
    Bara tre av de sjutton kommunerna har en egen näringslivschef.
    Vem som ska betala för vägen är ännu inte avgjort.
    """,
    "en": """
    We have not seen anything of him since he went home.
    It is important that the council speaks up early when something is to change.
    She did not want to come along on the trip after all.
    The report was presented at a meeting in February.
    The municipalities themselves must take responsibility for those who live there.
    I do not know what to do if there is a lot of snow.
    Some of us remember what it was like before the bridge came.
    Most children go to a school that is close to their home.
    All human beings are born free and equal in dignity and rights.
    The plan must be ready before the summer, or we lose a whole year.
    Only three of the seventeen municipalities have a business manager of their own.
    Who is going to pay for the road has not been decided yet.
    """,
    "de": """
    Wir haben nichts von ihm gesehen, seit er nach Hause gegangen ist.
    Es ist wichtig, dass die Gemeinde früh Bescheid sagt, wenn sich etwas ändern soll.
    Sie hatte doch keine Lust, mit auf die Reise zu gehen.
    Der Bericht wurde im Februar auf einer Sitzung vorgestellt.
    Die Gemeinden müssen selbst Verantwortung für die übernehmen, die dort wohnen.
    Ich weiß nicht, was ich tun soll, wenn viel Schnee kommt.
    Einige von uns wissen noch, wie es war, bevor die Brücke kam.
    Die meisten Kinder gehen in der Nähe ihres Hauses zur Schule.
    Alle Menschen sind frei und gleich an Würde und Rechten geboren.
    Der Plan muss vor dem Sommer fertig sein, sonst verlieren wir ein ganzes Jahr.
    Nur drei der siebzehn Gemeinden haben einen eigenen Wirtschaftsförderer.
    Wer für die Straße bezahlen soll, ist noch nicht entschieden.
    """,
    "fr": """
    Nous ne l'avons pas vu depuis qu'il est rentré chez lui.
    Il est important que la commune prévienne tôt quand quelque chose doit changer.
    Elle n'avait pas envie de participer au voyage après tout.
    Le rapport a été présenté lors d'une réunion en février.
    Les communes doivent elles-mêmes prendre en charge ceux qui y habitent.
    Je ne sais pas quoi faire s'il y a beaucoup de neige.
    Certains d'entre nous se souviennent de la vie avant le pont.
    La plupart des enfants vont à une école près de chez eux.
    Tous les êtres humains naissent libres et égaux en dignité et en droits.
    Le plan doit être prêt avant l'été, sinon nous perdons une année entière.
    Seules trois des dix-sept communes ont leur propre responsable économique.
    Qui va payer pour la route, ce n'est pas encore décidé.
    """,
    "fi": """
    Emme ole nähneet häntä sen jälkeen kun hän lähti kotiin.
    On tärkeää, että kunta kertoo ajoissa, kun jokin asia muuttuu.
    Hän ei kuitenkaan halunnut lähteä mukaan matkalle.
    Raportti esiteltiin kokouksessa, joka pidettiin helmikuussa.
    Kuntien on itse otettava vastuu niistä, jotka siellä asuvat.
    En tiedä, mitä minun pitäisi tehdä, jos tulee paljon lunta.
    Jotkut meistä muistavat, millaista oli ennen kuin silta tuli.
    Useimmat lapset käyvät koulua, joka on lähellä heidän kotiaan.
    Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan.
    Suunnitelman on oltava valmis ennen kesää, tai menetämme koko vuoden.
    Vain kolmella seitsemästätoista kunnasta on oma elinkeinojohtaja.
    Kuka tien maksaa, sitä ei ole vielä päätetty.
    """,
    "se": """
    Buot olbmot leat riegádan friddjan ja olmmošárvvu ja olmmošvuoigatvuođaid dáfus.
    Mii eat leat oaidnán su maŋŋil go son vulggii ruoktot.
    Lea dehálaš ahte gielda dieđiha áiggil go juoga galgá rievdat.
    Son ii háliidan leat mielde mátkkis.
    Raporta ovdanbuktojuvvui čoahkkimis mii lei guovvamánus.
    Gielddat galget ieža váldit ovddasvástádusa sis geat orrot doppe.
    Mun in dieđe maid galggan dahkat jos boahtá ollu muohta.
    Muhtimat mis muitet mo lei ovdal go šaldi bođii.
    Eanaš mánát vázzet skuvlla mii lea lahka sin ruovttu.
    Plána ferte leat gárvvis ovdal geasi, muđui massit olles jagi.
    Dušše golbma dain čiežanuppelogi gielddas lea sierra ealáhushoavda.
    Gii galgá máksit geainnu ovddas, ii leat vel mearriduvvon.
    """,
}

NOBODYS = """
https://example.org/a-very-long/path/that/goes/on-and-is-there?with=the&other=of
Asker, Sola, Askøy, Melhus, Gjøvik, Skien og Grimstad.
Johann Wolfgang von Goethe og Friedrich Schiller møttes i Weimar.
The Beatles spilte «Let It Be» for første gang i 1969.
Festivalen heter By the Sea og holdes i Grimstad hvert år.
Han leste Le Monde, Der Spiegel og The Economist hver uke.
Universitetet i Oxford og London School of Economics deltok.
Vi bruker make-up, deadline, workshop og teambuilding i hverdagen.
Kontakt oss på post@example.org eller +47 22 22 22 22.
Bjørn Arild Gram, Ole Erik Almlid, Rolf Røtnes, Hedda Foss Five
De la merke til at en and lå under brua ved elva.
Her er den første utgaven av boka, sa han til alle.
Så tok hun fram kartet og så hvor de var.
Ho Chi Minh-byen er den største byen i Vietnam.
Ansvar for det som skjer, har den som eier bygget.
Det gjelder å finne en balanse mellom vern og bruk.
Til slutt var alle enige om å sende saken videre.
CO2, NOx, PM10, PM2.5 og SO2 måles hver time.
«C'est la vie», sa Nils, og så lo de begge to.
Ad hoc, pro rata, de facto og status quo er latin.
The Clash, Queen, Blondie, Abba.
Göteborg, Malmö, Västerås, Örebro, Linköping og Norrköping er byer i Sverige.
"""
"""In bokmål, however foreign its names and loans."""
