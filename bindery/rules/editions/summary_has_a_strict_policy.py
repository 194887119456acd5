"""The summary forbids browsers to fetch or run anything from outside, and allows its own style.

## Why

The page is copied between servers for years. With the policy, nobody can add a script or a tracker.
If the hash of the style is wrong, browsers show the page without any style.

## Hvorfor

Sammendraget forbyr nettlesere å hente eller kjøre noe utenfra, og tillater sin egen stil. Siden
blir kopiert mellom servere i årevis. Med disse reglene (CSP) kan ingen legge til et skript eller en
sporing. Hvis kontrollsummen for stilen er feil, viser nettlesere siden helt uten stil.

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
    nb="Siden har ingen Content-Security-Policy. Kopier av siden kan få skript fra andre.",
    en="The page has no Content-Security-Policy. Anyone can add scripts to a copy of it.",
)
OPEN = Text(
    nb="Reglene for innhold (CSP) forbyr ikke alt i {name}.",
    en="The content policy (CSP) does not forbid everything in {name}.",
)
LOOSE = Text(
    nb="Reglene for innhold (CSP) tillater {source} i {name}.",
    en="The content policy (CSP) allows {source} in {name}.",
)
NO_STYLE = Text(
    nb="Reglene for innhold (CSP) tillater ikke sidens egen stil. Nettlesere viser siden uten.",
    en="The content policy (CSP) does not allow the page’s own style. Browsers show it without.",
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
