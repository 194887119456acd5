"""Every link leads to the web, an e-mail address, a telephone, or a place in the publication.

## Why

A link to a file on the author's machine does not work on the reader's. A link that runs a script
does not belong in a publication. An address without `https:` means different things in print, in
the e-book and on the web. An address without the name of a site opens nothing.

## Hvorfor

Hver lenke går til nettet, en e-postadresse, en telefon eller et sted i publikasjonen. En lenke til
en fil på forfatterens maskin virker ikke på leserens. En lenke som kjører et skript, hører ikke
hjemme i en publikasjon. En adresse uten `https:` betyr én ting på trykk, en annen i e-boka og en
tredje på nettet. En adresse uten navnet på nettstedet åpner ingenting.

## Fails

Lines 3, 5, 7, 9 and 11:

```markdown
# Lenker

Se [notatet fra møtet](file:///home/kari/notat.pdf).

Se [opptaket fra møtet](javascript:spill).

Se [rapporten om saken](//example.org/rapport).

Se [referatet fra møtet](https:/referat).

::: {.link-block kind=video href="data:text/html,hei"}
Opptaket fra møtet
:::
```

## Passes

```markdown
# Lenker {#topp}

Se [rapporten](https://example.org/rapport), skriv til [redaksjonen](mailto:post@example.org),
ring [vakttelefonen](tel:+4712345678) eller gå til [toppen av kapittelet](#topp).
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A)
- EPUB 3.3, File URLs and Data URLs.
"""

from collections.abc import Iterator

from bindery.manuscript.addresses import brief, is_safe, is_whole
from bindery.manuscript.files import shown
from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import LINKS
from bindery.rules.manuscript._references import links_out_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Lenken «{address}» virker ikke for leserne, eller er ikke trygg.",
    en="The link “{address}” does not work for readers, or is not safe.",
)
HINT = Text(
    nb="Bruk en adresse som begynner med https:, mailto: eller tel:, eller #navn i publikasjonen.",
    en="Use an address that begins with https:, mailto: or tel:, or a #name in the publication.",
)
NOT_WHOLE = Text(
    nb="Lenken til «{address}» virker ikke. Adressen mangler noe eller er feil.",
    en="The link to “{address}” does not work. The address is incomplete or wrong.",
)
WHOLE = Text(
    nb="Skriv hele adressen: https://nett.example, mailto:post@nett.example eller tel:+4712345678.",
    en="Write the whole address: https://site.example, mailto:post@site.example or"
    " tel:+4712345678.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links, also those of link blocks, with another scheme than these few, or half an address."""
    for element, address in links_out_of(manuscript):
        if not is_safe(address):
            message, hint = MESSAGE, HINT
        elif not is_whole(address):
            message, hint = NOT_WHOLE, WHOLE
        else:
            continue
        told = message.filled(address=brief(shown(address)))
        yield Finding(RULE.name, RULE.severity, element.location, told, hint)


RULE = Rule("link-is-safe", Severity.ERROR, find, LINKS, makes_draft=True)
