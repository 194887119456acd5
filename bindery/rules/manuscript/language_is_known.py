"""Screen readers and braille displays support every language tag.

## Why

Screen readers change their voice by the tag. With `norsk`, or `uk` for English, they keep the wrong
one, or fall silent.

## Hvorfor

Skjermlesere og leselister støtter hver språkkode. Talesyntesen bytter uttale etter koden. Med
`norsk`, eller med `uk` for engelsk, beholder den feil uttale eller blir taus.

## Fails

Lines 3 and 6:

```markdown
# Studien

De kaller det [fair play]{lang=engelsk} i England.

{lang=jp}
Et avsnitt på japansk.
```

In `publication.toml`:

```markdown
# Studien
```

```toml publication.toml
language = "norsk"
```

## Passes

```markdown
# Studien

[fair play]{lang=en-GB}, [buorre]{lang=se}, [gut]{lang=de-CH-1996} og [hyvä]{lang=fkv}.
```

## Clauses

- WCAG 2.2: 3.1.1 Language of Page (A), 3.1.2 Language of Parts (AA)
- BCP 47 (RFC 5646), 2.1
- Matterhorn Protocol 1.1: 11-001 to 11-007
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._settings import languages_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_ISO_639_1 = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id
ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu
lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu
rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_OFTEN_WRITTEN_LONGER = "ara dan deu eng fin fra ger isl nno nob nor rus sme spa swe ukr urd"
TWO_LETTERS = frozenset(_ISO_639_1.split())
HAVE_TWO = frozenset(_OFTEN_WRITTEN_LONGER.split())
"""Three letters that are wrong where two are registered (RFC 5646, 2.2.1)."""

_NO_REGION = frozenset({"UK", "EN", "SP", "DA", "NB", "NN", "JA", "EU"})
"""What is written for a country, but is not registered: GB for the United Kingdom."""
_TAG = re.compile(
    r"(?P<primary>[a-z]{2,3})(-[a-z]{3}){0,3}(-[a-z]{4})?(-(?P<region>[a-z]{2}|\d{3}))?"
    r"(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)

MESSAGE = Text(
    nb="«{tag}» er ikke en språkkode. Skjermleseren kan ikke velge riktig uttale.",
    en="“{tag}” is not a language tag. A screen reader cannot choose the right voice.",
)
HINT = Text(
    nb="Bruk koden fra BCP 47, for eksempel nb, nn, se, en, de, ja eller uk (ukrainsk).",
    en="Use the tag of BCP 47, such as nb, nn, se, en, de, ja or uk (Ukrainian).",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tags that are malformed or begin with an unregistered code."""
    for named in languages_of(manuscript):
        if not is_known(named.tag):
            message = MESSAGE.filled(tag=named.tag)
            yield Finding(RULE.name, RULE.severity, named.location, message, HINT)


def is_known(tag: str) -> bool:
    """Whether ``tag`` is well-formed (BCP 47) and begins with a registered code."""
    match = _TAG.fullmatch(tag)
    if match is None:
        return False
    primary, region = match["primary"].lower(), (match["region"] or "").upper()
    if region in _NO_REGION:
        return False
    return primary in TWO_LETTERS or (len(primary) == 3 and primary not in HAVE_TWO)


RULE = Rule("language-is-known", Severity.ERROR, find, CHAPTERS)
