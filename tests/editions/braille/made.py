"""A small book with every construct that braille says in its own way, and its editions."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions.making import Made
from bindery.manuscript.load import load
from bindery.vocabulary.editions import BRF, EBRAILLE, EPUB, PDF, PEF
from tests.shelf import SETTINGS, SHOWN, maker_of, workshop_for, write_book

BRAILLE = "\n[editions.braille]\nenabled = true\n"

FIRST = f"""# Kommunen og havna

::: key-message
NAV og EØS har **avtalt** 12,5 % av 1\u00a0000\u00a0000 kroner i 2026–2030.
:::

Havnefogden sa: «Se § 3 og § 4.» De *gode vertskommunene* er her, don’t worry. OSLO KOMMUNE HAR EN
plan for CO~2~ og 25 m^2^.[^1] Skriv til post@havn.example eller se
<https://havn.example/NL/dokumenter/plan-2026/kapittel-3>.

1. Første punkt
2. Andre punkt
   - under dette
   - og *dette*

![Kart over havna, med molo i nord.]({SHOWN})

## Tidevann

| Sted | Høyt | Lavt |
|:-----|-----:|-----:|
| Ås   | 3    | 1    |
| Bø   | 4    | 2    |

: Tidevann i meter.

| Båt | Hvem som eier den, og hvor den ligger | Merknad |
|:----|:-------|:-----|
| Oter | Fylkeskommunen, ved den lengste brygga | |
| Skarv | Et rederi i Trøndelag, i naust | til salgs |

: Båter i havna.

$$x^2 \\leq 4$$

```python
if a < b:
    print("ja")
```

[^1]: Målt i 2025, se *årsmeldinga*.
"""

LONG = "Arbeidet tar lang tid, og mange skal høres. " * 40 + "\n\n"

SECOND = f"""# Det som kommer etterpå

Havna blir bygd ut. {LONG}
> Havna er hjertet i kommunen, sier ordføreren.

Ordliste

:   En liste med ord.

"""


@cache
def made(settings: str = SETTINGS + BRAILLE, times: int = 1) -> tuple[Document, Mapping[str, Made]]:
    """The Document and the editions by name, made once in each process; long if ``times`` is."""
    folder = Path(mkdtemp(prefix="bindery-braille-"))
    loaded = load(write_book(folder, FIRST, SECOND + LONG * (times - 1), settings=settings))
    assert loaded.publication is not None, loaded.findings
    document = read_document(loaded.publication)
    workshop = workshop_for(document, folder)
    editions: dict[str, Made] = {}
    for edition in (PDF, EPUB, EBRAILLE, PEF, BRF):
        editions[edition.name] = maker_of(edition).make(document, workshop, editions)
    return document, editions
