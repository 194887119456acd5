r"""Text between two dollar signs is mathematics.

## Why

Text between two dollar signs is set as a formula: each letter is a quantity, words run together,
and screen readers read letters. A placeholder (`$name$`) or two amounts can look like one.

## Hvorfor

Det som står mellom to dollartegn, er matematikk. Tekst mellom to dollartegn blir satt som en
formel: Hver bokstav blir en størrelse, ordene står i ett, og skjermlesere leser bokstaver. En
plassholder (`$navn$`) eller to beløp kan bli lest som en formel.

## Fails

Lines 3, 3 and 5:

```markdown
# Brev

Hei, møtet er $dag$ klokka $tid$.

Det koster $5 i dag og 6$ i morgen.
```

## Passes

```markdown
# Brev

Hei, `$fornavn$`, du har fått svar fra \$avdeling\$. Broa kostet $5 millioner, veien *$6 millioner*.

Trekanten $ABC$ har arealet $\frac{gh}{2}$, og $v_{\text{snitt}} = 2 \text{ meter i sekundet}$.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Formula
from bindery.rules.manuscript._extents import FORMULAS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{text}» blir en formel, men ser ut som tekst.",
    en="“{text}” becomes a formula, but looks like text.",
)
HINT = Text(
    nb="Hvis det er tekst, skriv \\$ for hvert dollartegn. Ord i en formel skrives med \\text.",
    en="If it is text, write \\$ for each dollar sign. In a formula, write words with \\text.",
)

_WORDS_MARKED = re.compile(r"\\(?:text\w*|math\w+|mbox|operatorname\*?)\s*\{[^{}]*\}")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|.)", re.DOTALL)
_NAME = re.compile(r"[^\W\d_]\w*(?:[.-]\w+)*")
_VOWEL = re.compile(r"[aeiouyæøåäö]", re.IGNORECASE)
_WORD_AMONG_WORDS = re.compile(r"(?<=[\w,.;:!?])\s+[^\W\d_]{2,}[,.;:]?\s+(?=\w)|^[,.;:]\s+\w{2,}")
_MARKUP = re.compile(r"\]\(|\*\*|\s[*_(\[«“„\"]+$")
_AMOUNTS = re.compile(r"\d.*(?:US|AU|CA|NZ|HK|SG)", re.DOTALL)
_SHOWN = 40


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Formulas that are one name of several letters, or have words in them."""
    for formula in manuscript.every(Formula):
        if is_text(formula.text):
            whole = " ".join(formula.text.split())
            shown = whole if len(whole) <= _SHOWN else f"{whole[:_SHOWN].rstrip()} …"
            message = MESSAGE.filled(text=f"${shown}$")
            yield Finding(RULE.name, RULE.severity, formula.location, message, HINT)


def is_text(formula: str) -> bool:
    """Whether the TeX in ``formula`` is more likely to be text."""
    plain = _COMMAND.sub("+", _WORDS_MARKED.sub("+", formula)).strip()
    if _NAME.fullmatch(plain):
        return _is_word(plain)
    found = _WORD_AMONG_WORDS.search(plain) or _MARKUP.search(plain) or _AMOUNTS.fullmatch(plain)
    return found is not None


def _is_word(name: str) -> bool:
    """Whether ``name`` is a word rather than a product of quantities, or points: ``ABC``."""
    letters = [part for part in re.split(r"[\d_.-]+", name) if part]
    longest = max(letters, key=len)
    if longest.isupper() and (len(longest) == 3 or _in_a_row(longest)):
        return len(letters) > 1 and all(len(part) > 1 for part in letters)
    is_long = len(longest) > 3 or (len(longest) == 3 and _VOWEL.match(longest, 1) is not None)
    return is_long and _VOWEL.search(longest) is not None


def _in_a_row(letters: str) -> bool:
    """Whether each letter follows the one before it in the alphabet, as the names of points do."""
    return all(ord(after) - ord(before) == 1 for before, after in pairwise(letters))


RULE = Rule("formula-is-mathematics", Severity.WARNING, find, FORMULAS)
