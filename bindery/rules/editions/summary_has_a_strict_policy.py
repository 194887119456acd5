"""The summary forbids browsers to fetch or run anything but what is in it, and knows its own style.

## Why

The page is copied from server to server for years. With the policy in it, nobody can slip in a
script or a tracker; with the wrong sum of its style, browsers show it with no style at all.

## Hvorfor

Sammendraget forbyr nettlesere å hente eller kjøre noe annet enn det som er i det, og kjenner sin
egen stil. Siden blir kopiert fra server til server i årevis. Med disse reglene (CSP) kan ingen
smugle inn et skript eller en sporing. Er kontrollsummen for stilen feil, får leseren siden helt
uten stil.

## Fails

In `kart-og-tall.html`:

```diff kart-og-tall.html
-default-src 'none';
+default-src *;
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-body { margin: 0;
+body { margin: 1px;
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-font-src data:;
+font-src data: https://fonts.example.org;
```

## Passes

```diff kart-og-tall.html
-form-action 'none'
+form-action 'none'; frame-src 'none'
```

## Clauses

- WCAG 2.2: 3.2.1 On Focus (A)
- Content Security Policy Level 3
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from bindery.finished.documents import XHTML, FinishedPage
from bindery.rules.editions._finished import DOCUMENTS, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_FORBIDDEN = ("default-src", "base-uri", "form-action")
_OWN = re.compile(r"'none'|'sha(?:256|384|512)-[A-Za-z0-9+/=]+'|data:")

MISSING = Text(
    nb="Siden har ingen Content-Security-Policy. Hvem som helst kan legge noe til i en kopi.",
    en="The page has no Content-Security-Policy. Anyone can add to it when it is copied.",
)
OPEN = Text(
    nb="Reglene for innhold (CSP) forbyr ikke alt i {name}.",
    en="The policy for content (CSP) does not forbid all in {name}.",
)
LOOSE = Text(
    nb="Reglene for innhold (CSP) åpner for {source} i {name}.",
    en="The policy for content (CSP) lets in {source} in {name}.",
)
NO_STYLE = Text(
    nb="Reglene for innhold (CSP) kjenner ikke sidens egen stil. Nettlesere viser siden uten.",
    en="The policy for content (CSP) does not know the page’s own style. Browsers show it without.",
)


def find(book: FinishedPage) -> Iterator[Finding]:
    """A missing policy, one that allows too much, and one that blocks the page's own style."""
    (name,) = book.documents
    policies = _policies(book)
    if not policies:
        yield told(RULE, book, name, MISSING)
    for policy in policies:
        for directive in _FORBIDDEN:
            if policy.get(directive) != ["'none'"]:
                yield told(RULE, book, name, OPEN.filled(name=directive))
        for directive, sources in policy.items():
            for source in sources:
                if directive not in _FORBIDDEN and not _OWN.fullmatch(source):
                    message = LOOSE.filled(name=directive, source=source)
                    yield told(RULE, book, name, message)
        for style in book.root.iter(f"{XHTML}style"):
            digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
            if f"'sha256-{digest}'" not in policy.get("style-src", []):
                yield told(RULE, book, name, NO_STYLE)


def _policies(book: FinishedPage) -> list[dict[str, list[str]]]:
    """Each policy as its directives with their sources."""
    found = []
    for meta in book.root.iter(f"{XHTML}meta"):
        if (meta.get("http-equiv") or "").lower() == "content-security-policy":
            directives = [one.split() for one in (meta.get("content") or "").split(";")]
            found.append({name: sources for name, *sources in filter(None, directives)})
    return found


RULE: Rule[FinishedPage] = Rule("summary-has-a-strict-policy", Severity.ERROR, find, DOCUMENTS)
