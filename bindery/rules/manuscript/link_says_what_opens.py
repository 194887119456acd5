"""A link to a file or a video says so.

## Why

A link that opens another program, plays sound or fetches a large file surprises screen reader
users, and costs readers on a slow network time. The words can say it: “the report (PDF)”.

## Hvorfor

En lenke til en fil eller en video sier fra om det. En lenke som åpner et annet program, spiller av
lyd eller henter en stor fil, overrasker skjermleserbrukere, og koster tid for dem som har dårlig
nett. Ordene kan si det: «rapporten (PDF)».

## Fails

Lines 3 and 5:

```markdown
# Kilder

Les [rapporten om kommuner](https://example.org/rapport.pdf).

Se [møtet i kommunestyret](https://www.youtube.com/watch?v=1).
```

## Passes

```markdown
# Kilder

Les [rapporten om kommuner (PDF)](https://example.org/rapport.pdf), eller
[tallene](https://example.org/tall.xlsx) (Excel).
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A), technique G201 and H30
"""

import re
from collections.abc import Iterator

from bindery.manuscript.addresses import scheme_of
from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Link
from bindery.rules.manuscript._extents import LINKS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Lenken «{text}» åpner {kind}, uten at ordene sier det.",
    en="The link “{text}” opens {kind}, and its words do not say so.",
)
HINT = Text(
    nb="Skriv det i lenken eller rett etter den: [rapporten (PDF)](…).",
    en="Write it in the link or right after it: [the report (PDF)](…).",
)
_KINDS = (
    (r"pdf", "en PDF", "a PDF", r"pdf"),
    (r"docx?|odt|rtf", "et tekstdokument", "a text document",
     r"word|docx?|odt|dokument|document|rtf"),
    (r"xlsx?|ods|csv", "et regneark", "a spreadsheet",
     r"excel|xlsx?|csv|regneark|rekneark|spreadsheet|ods"),
    (r"pptx?|odp", "en presentasjon", "a presentation",
     r"power ?point|pptx?|presentasjon|presentation|lysbilde|lysark|slides|foiler"),
    (r"zip|7z|gz|tar|rar|exe|dmg|msi", "en pakket fil", "a packed file",
     r"zip|7z|gz|tar|rar|exe|pakke|fil|archive|file|program|installer|package"),
    (r"mp3|wav|ogg|m4a|flac", "en lydfil", "a sound file",
     r"mp3|lyd|hør|podk|podc|audio|listen|sound|sang|song"),
    (r"mp4|mov|avi|webm|mkv|m4v", "en video", "a video",
     r"video|film|mp4|opptak|recording|movie|clip|klipp"),
    (r"epub|mobi", "en e-bok", "an e-book", r"epub|e-bok|e-book|ebook|mobi"),
)  # fmt: skip
_BY_ENDING = tuple(
    (re.compile(rf"\.(?:{ending})(?:[?#]|$)", re.IGNORECASE), Text(nb=nb, en=en),
     re.compile(rf"\b(?:{said})", re.IGNORECASE))
    for ending, nb, en, said in _KINDS
)  # fmt: skip
_VIDEO_SITE = re.compile(
    r"https?://(?:www\.|m\.)?(?:youtube\.com/(?:watch|shorts|embed)|youtu\.be/|vimeo\.com/\d"
    r"|(?:tv|radio)\.nrk\.no/|tiktok\.com/@)",
    re.IGNORECASE,
)
_A_VIDEO = Text(nb="en video", en="a video")
_SAYS_VIDEO = re.compile(
    r"video|film|opptak|recording|movie|youtube|vimeo|klipp|\bclip|trailer|sending|\bwatch|tiktok"
    r"|\bserie|webinar|episode",
    re.IGNORECASE,
)
_AFTER = 40


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links to files and videos without a word of it in them or right after them."""
    for chapter in manuscript.chapters:
        for link in chapter.every(Link):
            opened = _opened(link)
            if opened is None:
                continue
            kind, said = opened
            if not said.search(link.text) and not said.search(_after(link, chapter)):
                message = MESSAGE.filled(text=link.text, kind=kind)
                yield Finding(RULE.name, RULE.severity, link.location, message, HINT)


def _opened(link: Link) -> tuple[Text, re.Pattern[str]] | None:
    """What opens, and the words that say it."""
    if not link.text.strip():
        return None
    if _VIDEO_SITE.match(link.target):
        return _A_VIDEO, _SAYS_VIDEO
    if scheme_of(link.target) not in ("http", "https"):
        return None  # Another rule reports files that editions cannot lead to.
    path = link.target.partition("#")[0]
    return next(((kind, said) for end, kind, said in _BY_ENDING if end.search(path)), None)


def _after(link: Link, chapter: ChapterSource) -> str:
    """What is written right after the link, and in brackets before it."""
    line = link.location.line
    if line is None:
        return ""
    rows = " ".join(chapter.lines[line - 1 : line + 3])
    at = rows.find(link.target)
    return rows[at + len(link.target) :][:_AFTER] if at >= 0 else ""


RULE = Rule("link-says-what-opens", Severity.INFO, find, LINKS)
