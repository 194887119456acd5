"""The small words that a language cannot do without, the endings it makes words with, its letters.

Each list has what is frequent in the language, and also what is written like a frequent word of
another: «men» and «her» are Norwegian as well as English, and tell neither from the other.
"""

_NORDIC = """
alle aller alles alt andre at begge blir bort bra burde by både bør da dag de del dem den denne
der des det dette din dit do du eller en er et fin fire for forbi fordi få får før først første
gang gangen ganske god godt gå går ham han har hat heller her hos i ingen ja jo kan kl kom kommer
kun kunne la langs le les lov man mange med men mest min mindre mine mod mor må måtte ned nok nu
ny nye nå når ofte og også om over på rundt samt ser ses si siden sin sine skal skulle skyld snart
som stadig stor store står større sur svært så til ting to tog tre under var ved vende vi vil
ville vår år ønsker
"""
"""Written alike in bokmål, nynorsk and Danish."""

_LISTS = {
    "nb": f"""
    {_NORDIC}
    aldri alene all allerede alltid an annen annet as av bak bar bare be ber best blant ble blei
    bli blitt born deg dere deres derfor derfra derimot dessuten dis disse ditt dog egen ei ellers
    enda enn ennå enten ett etter fal far fast fikk fine finnes flere flest foran fort fra fram
    frem gal ganger gikk given gjelder gjennom gjerne gjorde gjort gjør gjøre gut gått ha hadde
    hans hatt have he heim heime hele helst helt hen henne hennes hit hittil hjem hjemme hun hva
    hvem hver hverandre hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor igjen igjennom ikke
    in ingenting inn inne innen innenfor is jeg kanskje komme kommet kor kunde lage last lenger
    ligger like likevel lite litt lot mat me meg mellom mens mer mir mis mitt mot mye nei nemlig
    nesten nettopp never ni noe noen nokså nylig nytt nær ob opp oss overalt par part rest sa
    sammen sans se seg selv sier sis sitt sju sjøl skje skjer slik slike slutt son spesielt stad
    still stort su sånn ta tar tatt tidligere tilbake time tok ton tross tru undertiden unna ur ut
    ute uten utenfor veit vel vers vert vet videre vite våre være vært was å åtte øvrige
    """,
    "nn": f"""
    {_NORDIC}
    aldri all allereie alltid anna annan anten as att av bak bar be ber berre best blant blei bli
    blitt born båe deg dei deim deira derimot dersom desse dessutan di difor dis ditt dykk dykkar
    då døme eg ei eiga eige eigen eigne ein eit eitt elles enda enn enno ennå etter fal far fast
    fekk finst fleire flest fort fram framleis frå fyrst fyrste gal given gjekk gjennom gjer gjera
    gjere gjorde gong gonger gut gått ha hadde hans hatt he heile heilt heim heime heiter helst
    hennar henne hit hjå ho honom høgre høyrer igjen ikkje in ingenting inn innan innanfor inne is
    kanskje kjem kjende komme kommen kor korkje korleis kunde kunna kva kvar kvarandre kvart kven
    kvi kvifor kvile lage last lenger like likevel lite litt mat me medan meg meir meire mellom
    mer mi mir mis mitt mot mykje måtta nei nesten nettopp never ni no noko nokon nokre nokså nytt
    nær ob oftast opp oss par part rest sa saman sans se seg seia seie seier sidan sis sitt sju
    sjå sjåast sjøl sjølv sjølve skje skjer slik slike slikt so son stad stader still streng su
    såg ta tar tatt tek tidleg tidlegare tilbake time tok ton tru undan ur ut utan utanfor ute
    vart veit vel ver vera vere verken vers vert verta verte vet vidare vide vore vori vorte våre
    was å åleine åt åtte è òg
    """,
    "da": f"""
    {_NORDIC}
    af aldrig allerede alligevel altid anden andet ble blev blevet blive bliver deraf derefter
    deres desuden dig dog efter eftersom egen ej ellers end endnu enten fik find flere foran fra
    frem fremtid fået ganger gennem gik giver givet gjort gået gør gøre haft havde have hele helt
    hen hende hendes hinanden hjem hun hvad hvem hver hvert hvilke hvilken hvilket hvis hvor
    hvordan hvorfor igen ikke imod ind inde inden indtil jeg jer jeres kommet lad lader lidt lige
    ligesom ligger længe længere mand meget mellem mens mere mig mit måske nej netop nogen noget
    nogle nyt op os sad sagde sammen selv set sidste sige siger sit sker skete slut stort sådan
    således tage tager taget tidligere tilbage ud uden udenfor undtagen vej vide vidste vor vore
    vores være været øvrige
    """,
    "sv": """
    aldrig all alla alles alls allt alltid andra annan annars annat att av avse bara behöver bland
    blev bli blir blivit bort bra by båda både bör början dag de del dem den denna deras des dess
    dessa dessutom det detta dig din dit ditt do dock du där därefter därför då efter eftersom
    egen ej eller en endast enligt er era ett fanns fast fick finns fler flera fram framför från
    fyra få får fått för förra först första ganska genom ger gick gjorde god gång gångar gången
    går gått gör göra ha hade haft han hans har hela hellre helt hem hemma henne hennes hon honom
    hos hur här i igen in inför ingen ingenting inget inom inte ja jag ju just kan kanske kl kom
    kommer kommit kring kunde kvar le les lite liten längre låta man med medan mellan men mer mera
    mest mig min mina mindre mitt mot mycket många måste ned nej ni nog nu ny nya nytt när nära
    nästa någon något några och också ofta olika om oss på redan rätt samma samt sedan ser sig sin
    sina sist sitt sju själv ska skall skulle slut som stor stora stort större sur säga säger sätt
    så sådan sådana ta tack tar tidigare till tillbaka tills tio tog tre trots två under upp ur ut
    utan utanför ute vad var vara varandra varför varit varje varken vars vart vem vet vi vid
    vidare vilka vilken vilket vill väl vår våra vårt än ändå ännu är även år åt åtta över övriga
    """,
    "en": """
    a about above after again against all almost along already also although always am among an
    and another any anyone are around as at away back be became because become been before behind
    being below better between born both but by came can cannot come could did do does done down
    during each either else enough even ever every everyone everything far few first for found
    from further gave get give given go goes going gone good got great had has have he her here
    herself him himself his how however human i if in into is it its itself just keep kept knew
    know known last least less let like little long made make makes many may me might more most
    much must my near need never new no none nor not nothing now of off often old on once one only
    onto or other others our out over own part people perhaps place put rather said same saw say
    says see seen several shall she should since so some someone something soon still such take
    taken tell than that the their them themselves then there these they thing things think this
    those though three through thus time to together told too took toward towards two under until
    up upon us used very want was way we well went were what when where whether which while who
    whole whom whose why will with within without work world would year years yes yet you your
    """,
    "de": """
    ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beide
    beiden beim bereits bis bist da dabei dadurch dafür damit danach dann daran darauf daraus darf
    darin darüber das dass davon dazu dein dem den denen denn der deren des deshalb dessen die
    dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines
    einige einmal er erst es etwa etwas euch für gab ganz gegen gehen geht gewesen gibt gut habe
    haben hat hatte hatten heute hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer
    in indem ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann kein keine keinen kommen
    kommt konnte konnten können könnte lassen machen man mehr mein mich mir mit muss müssen nach
    nachdem nicht nichts noch nun nur ob oder ohne schon sehr sei seien sein seine seinem seinen
    seiner seit sich sie sind so soll sollen sollte sondern sowie statt um und uns unser unter
    viel viele vom von vor wann war waren warum was weil welche welcher wenn wer werden wie wieder
    will wir wird wo worden wurde wurden würde zu zum zur zwar zwei zwischen über
    """,
    "fr": """
    afin ai ainsi alors an après assez au aucun aucune aujourd aujourd'hui auquel aussi autre
    autres aux avaient avait avant avec avoir avons ayant beaucoup bien c'est car ce ceci cela
    celle celles celui cependant ces cet cette ceux chaque chez comme comment contre d'un d'une
    dans de depuis derrière des deux devant doit doivent donc dont du elle elles en encore entre
    es est et eux faire fait faut fut il ils j'ai jamais je jusque l'on la laquelle le lequel les
    leur leurs lors lorsque lui là ma mais me mes moins mon même n'a n'est ne ni non nos notre
    nous on ont ou où par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi près
    puis qu'elle qu'il qu'on quand que quel quelle quelles quelque quelques qui quoi sa sans se
    selon sera ses si son sont sous souvent sur ta te tes toi ton toujours tous tout toute toutes
    tres trop très tu un une vers voici voilà vos votre vous y à étaient était été être
    """,
    "fi": """
    ehkä ei eikä eivät ellei en enemmän ennen entä että he heidän heille hyvin hän häneen hänelle
    hänen häntä ilman itse ja jo johon joka jokainen jolla jonka jos joskus jossa josta jota jotka
    jotta kaikille kaikki kaikkien kanssa kautta kerran koko koska kuin kuinka kuitenkin kuka kun
    kyllä lisäksi luona me meidän mikä mikään minkä minulla minun minä missä mitä mitään mukaan
    mutta muun muut myös myöskin ne niiden niin niissä niitä noin nyt näiden näin näitä nämä ole
    olemme olen olet olette oli olisi olivat olla olleet ollut on ovat paljon pitkin saa saada se
    sekä sen siellä siinä siis siitä sille silloin sillä sinä sitten sitä tai tosin tämä tämän
    tässä tätä täällä useita vaan vaikka vain vastaan vielä voi voidaan voivat vuonna yhtä yksi
    yli ympäri
    """,
    "se": """
    ahte badjel birra boahtá bohtet bokte buoret buot dadjá dahje dahkat dahká daid daiguin dain
    dalle dan das dasa dat dego diet dihte dii din dis doai don doppe du dutnje dušše dáid dál dán
    dáppe dás dát eai eambbo eanet eará earáid earát easka fal fas ferte fertet gal galget galgá
    gaskkas gean geat gii go goas golbma gos gosa guhte guokte gávdno gávdnojit haga hui háliida
    iežas ii in it ja jos juo juohke lea leahkit leamaš lean leat ledje lei leimmet maid maiddái
    mainna man manná mas masa mat maŋŋel maŋŋil mielde mii min mis moai mu muhto mun munnje máŋga
    nu ná oažžu okta olbmot olbmuid olis olles ollu olmmoš ovdal ovddas ovttas ožžot rádjai
    sidjiide sii sin sis soai su sutnje sáhttet sáhttá vai vel vuolde álo čađa
    """,
}

WORDS = {language: frozenset(listed.split()) for language, listed in _LISTS.items()}

LETTERS = {
    "nb": "æøåéèêëóòôüà",
    "nn": "æøåéèêëóòôüà",
    "da": "æøåéèü",
    "sv": "åäöéà",
    "en": "éï",
    "de": "äöüß",
    "fr": "àâæçéèêëîïôœùûü",
    "fi": "äöå",
    "se": "áčđŋšŧž",
}
"""The letters besides a to z that words of each language have."""

_ENDINGS = {
    "nb": "het heten heter hetene lig lige ligere ligste sjon sjonen sjoner sjonene",
    "nn": "heit heita heiter leg lege legare legast sjon sjonen sjonar sjonane ane",
    "da": "hed heden heder lig lige ligt ligere tion tionen tioner tionerne",
    "sv": "het heten heter lig liga ligt ligare tion tionen tioner tionerna orna arna",
    "en": "tion tions ly ness ity ities",
    "de": "ung keit keiten heit heiten lich liche lichen licher tion tionen",
    "fr": "tion tions ment ique iques eux euse ité ités",
    "fi": "ssa ssä sta stä lla llä ltä lle een ään iin ksi inen isen tta ttä vat vät",
    "se": "vuohta vuođa",
}

ENDINGS = {language: tuple(listed.split()) for language, listed in _ENDINGS.items()}
"""Endings of words of some length."""
