"""The small words that a language cannot do without, and its letters.

Each list has what is frequent in the language, and also what is written like a frequent word of
another: «men» and «her» are Norwegian as well as English, and tell neither from the other.
"""

_NORDIC = """
alle aller alles alt andre at begge blir bra burde by både bør da dag de dem den denne der des det
dette din do du eller en er et fin fire for fordi få får før først god gå går ham han har hat her
hos i ingen ja jo kan kom kommer kun kunne la le les man mange med men mest min mindre mine må
måtte ned nok nye nå når og også om over på rundt samt ser ses si siden sin sine skal skulle snart
som store større sur så til to tre under ved vi vil ville vår år
"""
"""Written alike in bokmål, nynorsk and Danish."""

_LISTS = {
    "nb": f"""
    {_NORDIC}
    alene all alltid an annen annet as av bak bar bare be blant ble blei blitt born deg dere
    deres derfor derfra derimot disse ditt dog ei enda enn enten etter fikk fine finnes flere
    foran forbi fort fra fram frem gikk gjelder gjennom gjerne gjorde gjør gjøre godt gått ha
    hadde hans hatt have he heim heime hele helt hen henne hennes hit hittil hjem hjemme hun hva
    hvem hver hverandre hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor igjen igjennom
    ikke in inn inne innen is jeg kl kor lage langs lite litt lot lov me meg mellom mens mer mir
    mitt mod mor mot mye nei nesten noe noen nylig nytt ob opp oss overalt rest sa sammen se seg
    selv sier sitt sjøl skjer slik slike son sånn ta tar tatt tidligere tilbake tok ton tross
    undertiden unna ut uten utenfor var veit vert vet videre vite våre være vært was å åtte
    ønsker øvrige
    """,
    "nn": f"""
    {_NORDIC}
    aldri alltid anna annan anten as att av bak bar ber berre blant blei bli blitt born bort båe
    deg dei deim deira dersom desse di difor dit ditt dykk dykkar då døme eg ei eiga eige eigen
    eigne ein eit eitt enn ennå etter fekk finst fleire flest fram framleis frå fyrst fyrste
    første gjekk gjennom gjer gjera gjere gjorde gong gonger gått ha hadde hans hatt he heile
    heilt heim heime heiter helst hennar henne hit hjå ho honom høgre høyrer ikkje in ingenting
    inn innan inne is kjem kjende komme kor korkje korleis kunna kva kvar kvarandre kvart kven
    kvi kvifor kvile lenger lite litt me medan meg meir meire mellom mer mi mir mitt mot mykje
    måtta nei nesten no noko nokon nokre nokså nytt nær ob oftast opp oss rest sa saman se seg
    seia seie seier sidan sitt sjå sjåast sjølv sjølve skje slik slike slikt so son stad stader
    streng såg ta tek tidleg tidlegare tok ton tru undan ut utan utanfor vart veit ver vera vere
    verken vert verta verte vet vidare vore vori vorte våre was å åleine åtte è òg
    """,
    "da": f"""
    {_NORDIC}
    af aldrig alligevel altid anden andet ble blev blevet blive bliver bort deraf derefter deres
    dig dit dog efter eftersom ej end endnu enten fik find flere foran forbi fra frem fremtid
    fået første gennem gik giver givet gjort godt gået gør gøre haft havde have hele helt hen
    hende hendes hinanden hjem hun hvad hvem hver hvert hvilke hvilken hvilket hvis hvor hvordan
    hvorfor igen ikke imod ind inde inden indtil jeg jer jeres kl kommet lad lader langs lidt
    lige ligesom ligger lov længe længere mand meget mellem mens mere mig mit mod mor måske nej
    nogen noget nogle nu ny nyt op os sad sagde sammen selv set sidste sige siger sit sker skete
    skyld stadig står svært sådan således tage tager taget tidligere tilbage tog ud uden udenfor
    undtagen var vej vende vide vidste vor vore vores være været ønsker øvrige
    """,
    "sv": """
    aldrig all alla alles alls allt alltid andra annan annat att av avse bara behöver bland blev
    bli blir blivit bort bra by båda både bör början dag de del dem den denna deras des dess
    dessa det detta dig din dit ditt do dock du där därefter därför då efter eftersom egen ej
    eller en endast enligt er era ett fanns fast fick finns fler flera fram framför från fyra få
    får fått för förra först första genom ger gick gjorde god gång går gått gör göra ha hade
    haft han hans har hela helt hem hemma henne hennes hon honom hos hur här i igen in inför
    ingen ingenting inget inom inte ja jag ju kan kanske kl kom kommer kommit kring kunde kvar
    le les lite liten längre låta man med medan mellan men mer mera mest mig min mina mindre
    mitt mot mycket många måste ned nej ni nog nu ny nya nytt när nära nästa någon något några
    och också olika om oss på redan rätt samma samt sedan ser sig sin sina sist sitt sju själv
    ska skall skulle slut som stor stora större sur säga säger sätt så sådan sådana ta tack tar
    tidigare till tillbaka tills tio tog tre trots två under upp ur ut utan utanför ute vad var
    vara varandra varför varit varje varken vars vart vem vet vi vid vidare vilka vilken vilket
    vill väl vår våra vårt än ändå ännu är även år åt åtta över övriga
    """,
    "en": """
    a about above after again against all almost along already also although always am among an
    and another any anyone are around as at away back be became because become been before
    behind being below better between born both but by came can cannot come could did do does
    done down during each either else enough even ever every everyone everything far few first
    for found from further gave get give given go goes going gone good got great had has have he
    her here herself him himself his how however human i if in into is it its itself just keep
    kept knew know known last least less let like little long made make makes many may me might
    more most much must my near need never new no none nor not nothing now of off often old on
    once one only onto or other others our out over own part people perhaps place put rather
    said same saw say says see seen several shall she should since so some someone something
    soon still such take taken tell than that the their them themselves then there these they
    thing things think this those though three through thus time to together told too took
    toward towards two under until up upon us used very want was way we well went were what when
    where whether which while who whole whom whose why will with within without work world would
    year years yes yet you your
    """,
    "de": """
    ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beide
    beiden beim bereits bis bist da dabei dadurch dafür damit danach dann daran darauf daraus
    darf darin darüber das dass davon dazu dein dem den denen denn der deren des deshalb dessen
    die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer
    eines einige einmal er erst es etwa etwas euch für gab ganz gegen gehen geht gewesen gibt
    gut habe haben hat hatte hatten heute hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren
    ihrer im immer in indem ins ist ja jede jedem jeden jeder jedes jedoch jetzt kann kein keine
    keinen kommen kommt konnte konnten können könnte lassen machen man mehr mein mich mir mit
    muss müssen nach nachdem nicht nichts noch nun nur ob oder ohne schon sehr sei seien sein
    seine seinem seinen seiner seit sich sie sind so soll sollen sollte sondern sowie statt um
    und uns unser unter viel viele vom von vor wann war waren warum was weil welche welcher wenn
    wer werden wie wieder will wir wird wo worden wurde wurden würde zu zum zur zwar zwei
    zwischen über
    """,
    "fr": """
    afin ai ainsi alors an après assez au aucun aucune aujourd aujourd'hui auquel aussi autre
    autres aux avaient avait avant avec avoir avons ayant beaucoup bien c'est car ce ceci cela
    celle celles celui cependant ces cet cette ceux chaque chez comme comment contre d'un d'une
    dans de depuis derrière des deux devant doit doivent donc dont du elle elles en encore entre
    es est et eux faire fait faut fut il ils j'ai jamais je jusque l'on la laquelle le lequel
    les leur leurs lors lorsque lui là ma mais me mes moins mon même n'a n'est ne ni non nos
    notre nous on ont ou où par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi
    près puis qu'elle qu'il qu'on quand que quel quelle quelles quelque quelques qui quoi sa
    sans se selon sera ses si son sont sous souvent sur ta te tes toi ton toujours tous tout
    toute toutes tres trop très tu un une vers voici voilà vos votre vous y à étaient était été
    être
    """,
    "fi": """
    ehkä ei eikä eivät ellei en enemmän ennen entä että he heidän heille hyvin hän häneen
    hänelle hänen häntä ilman itse ja jo johon joka jokainen jolla jonka jos joskus jossa josta
    jota jotka jotta kaikille kaikki kaikkien kanssa kautta kerran koko koska kuin kuinka
    kuitenkin kuka kun kyllä lisäksi luona me meidän mikä mikään minkä minulla minun minä missä
    mitä mitään mukaan mutta muun muut myös myöskin ne niiden niin niissä niitä noin nyt näiden
    näin näitä nämä ole olemme olen olet olette oli olisi olivat olla olleet ollut on ovat
    paljon pitkin saa saada se sekä sen siellä siinä siis siitä sille silloin sillä sinä sitten
    sitä tai tosin tämä tämän tässä tätä täällä useita vaan vaikka vain vastaan vielä voi
    voidaan voivat vuonna yhtä yksi yli ympäri
    """,
    "se": """
    ahte badjel birra boahtá bohtet bokte buoret buot dadjá dahje dahkat dahká daid daiguin dain
    dalle dan das dasa dat dego diet dihte dii din dis doai don doppe du dutnje dušše dáid dál
    dán dáppe dás dát eai eambbo eanet eará earáid earát easka fal fas ferte fertet gal galget
    galgá gaskkas gean geat gii go goas golbma gos gosa guhte guokte gávdno gávdnojit haga hui
    háliida iežas ii in it ja jos juo juohke lea leahkit leamaš lean leat ledje lei leimmet maid
    maiddái mainna man manná mas masa mat maŋŋel maŋŋil mielde mii min mis moai mu muhto mun
    munnje máŋga nu ná oažžu okta olbmot olbmuid olis olles ollu olmmoš ovdal ovddas ovttas
    ožžot rádjai sidjiide sii sin sis soai su sutnje sáhttet sáhttá vai vel vuolde álo čađa
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
