"""Every link leads to the web, a mailbox, a telephone, or a place in the book.

## Why

A link to a file on the author's machine leads nowhere on the reader's. A link that runs a script
has no place in a publication, and an address without `https:` means different things in print, in
an e-book and on the web. An address that lacks the name of its site opens nothing.

## Hvorfor

Hver lenke fører til nettet, en e-postadresse, en telefon eller et sted i boka. En lenke til en fil
på forfatterens maskin fører ingen steder på leserens. En lenke som kjører et skript, hører ikke
hjemme i en bok. Og en adresse uten `https:` betyr én ting på trykk, en annen i e-boka og en tredje
på nettet. En adresse som mangler navnet på nettstedet, åpner ingenting.

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
    nb="Lenken «{address}» kan ikke følges av leseren, eller er ikke trygg.",
    en="The link “{address}” cannot be followed by a reader, or is not safe.",
)
HINT = Text(
    nb="Bruk en adresse som begynner med https:, mailto: eller tel:, eller #navn i boka.",
    en="Use an address that begins with https:, mailto: or tel:, or a #name in the book.",
)
NOT_WHOLE = Text(
    nb="Ingen programmer kan følge lenken til «{address}». Adressen mangler noe eller er feil.",
    en="No program can follow the link to “{address}”. The address lacks something or is wrong.",
)
WHOLE = Text(
    nb="Skriv en hel adresse: https://kommunen.example/side, mailto:post@kommunen.example eller "
    "tel:+4712345678.",
    en="Write a whole address: https://kommunen.example/page, mailto:post@kommunen.example or "
    "tel:+4712345678.",
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


RULE = Rule("link-is-safe", Severity.ERROR, find, LINKS, stops_build=True)
