"""Each part has the same type for reading systems (`epub:type`) as for screen readers.

## Why

Some reading systems use `epub:type`, and some use the role. If they differ, a note pops up for
sighted readers, but is only a link for screen reader users.

## Hvorfor

Hver del har samme type for leseprogrammer (`epub:type`) som for skjermlesere. Noen leseprogrammer
bruker `epub:type`, og noen bruker rollen. Hvis de er ulike, spretter en note opp for seende lesere,
men er bare en lenke for skjermleserbrukere.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-role="doc-noteref" class="noteref"
+class="noteref"
```

In `kapittel-2.xhtml`:

```diff kapittel-2.xhtml
-role="doc-chapter" aria-labelledby="tallene" epub:type="chapter"
+role="doc-chapter" aria-labelledby="tallene" epub:type="preface"
```

## Passes

```diff kapittel-2.xhtml
-aria-labelledby="tallene" epub:type="chapter"
+aria-labelledby="tallene" epub:type="bodymatter chapter"
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 4.1.2 Name, Role, Value (A)
- EPUB Accessibility 1.1: `ARIA`
"""

from collections.abc import Iterator

from bindery.document.model import TYPES, Element, text_of
from bindery.finished.documents import TYPE_ATTRIBUTE
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

_ROLES = {kind: role for role, kind in TYPES.items()}

MESSAGE = Text(
    nb="«{text}» er «{role}» for skjermlesere, men «{kind}» i epub:type.",
    en="“{text}” is “{role}” to screen readers, “{kind}” in epub:type.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Parts whose role and ``epub:type`` differ, or that have only one of them."""
    for name, root in book.documents.items():
        # The types in the navigation document describe the targets of its links.
        if name == book.navigation:
            continue
        for part in root.iter("{*}*"):
            roles, kinds = (
                (part.get("role") or "").split(),
                (part.get(TYPE_ATTRIBUTE) or "").split(),
            )
            wanted = [TYPES[role] for role in roles if role in TYPES]
            unsaid = [kind for kind in kinds if kind in _ROLES and _ROLES[kind] not in roles]
            if unsaid or any(kind not in kinds for kind in wanted):
                yield told(RULE, book, name, _message(part, roles, kinds))


def _message(part: Element, roles: list[str], kinds: list[str]) -> Text:
    text = shortened(part.get("aria-label") or text_of(part)) or str(part.get("id"))
    return MESSAGE.filled(text=text, role=" ".join(roles) or "–", kind=" ".join(kinds) or "–")


def _count(book: FinishedEpub) -> int:
    parts = (one for root in book.documents.values() for one in root.iter("{*}*"))
    return sum(1 for one in parts if one.get("role") in TYPES or one.get(TYPE_ATTRIBUTE))


_PARTS = Extent(
    Unit(nb=("merket del", "merkede deler"), en=("marked part", "marked parts")), _count
)

RULE = Rule("epub-types-agree-with-roles", Severity.ERROR, find, _PARTS)
