"""The loss report as a web page of its own: readable by keyboard, screen reader and zoom."""

from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from bindery.importing.loss_report import WEIGHTS, Entry, LossReport
from bindery.vocabulary.text import NORWEGIAN, Text

_TITLE = Text(nb="Import av {title}", en="Import of {title}")
_LEAD = Text(
    nb="Gå gjennom punktene for hvert kapittel. De som må avgjøres før utgivelse, står først.",
    en="Go through the items of each chapter. Those to settle before release come first.",
)
_BEFORE = Text(nb="Før utgivelse", en="Before release")
_WHOLE = Text(nb="Gjelder hele publikasjonen", en="About the whole publication")
_NOTHING = Text(nb="Det er ingenting å gå gjennom.", en="There is nothing to go through.")
_COUNT = Text(nb="{count} punkter", en="{count} items")
_LINE = Text(nb="linje {line}", en="line {line}")

_STYLE = """
body { font: 1.125rem/1.6 Andika, "Noto Sans", sans-serif; margin: 0; color: #1b1b1b;
  background: #ffffff; }
main { max-width: 45rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { line-height: 1.25; } h2 { margin-top: 2.5rem; overflow-wrap: anywhere; }
.sum { border-left: .35rem solid #1f5a6b; padding-left: 1rem; font-weight: bold; }
ol { padding-left: 1.5rem; } li { margin: .9rem 0; overflow-wrap: anywhere; }
.kind { font-weight: bold; } .origin { display: block; color: #4a4a4a; }
@media (prefers-color-scheme: dark) { body { color: #f2f2f2; background: #16191c; }
  .origin { color: #c9c9c9; } .sum { border-color: #8fc7d6; } }
"""


def report_page(report: LossReport, title: str, language: str) -> str:
    """The whole page, without anything that has to be fetched."""
    spoken = "nb" if language.split("-", 1)[0].lower() in NORWEGIAN else "en"

    def say(text: Text) -> str:
        return escape(text.said_in(spoken))

    heading = say(_TITLE.filled(title=title))
    closing = "".join(f'<p class="sum">{say(one)}</p>' for one in report.closing())
    sections = "".join(
        _section(path, list(entries), spoken)
        for path, entries in groupby(report.entries, lambda one: one.path)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{spoken}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{heading}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{heading}</h1>\n{closing}\n"
        f"<p>{say(_LEAD if report.entries else _NOTHING)}</p>\n{sections}</main>\n"
        "</body>\n</html>\n"
    )


def _section(path: str, entries: list[Entry], spoken: str) -> str:
    heading = escape(path or _WHOLE.said_in(spoken))
    count = escape(_COUNT.filled(count=len(entries)).said_in(spoken))
    items = "".join(_item(entry, spoken) for entry in entries)
    name = quoteattr(f"{heading}, {count}")
    return f"<section aria-label={name}>\n<h2>{heading}</h2>\n<ol>\n{items}</ol>\n</section>\n"


def _item(entry: Entry, spoken: str) -> str:
    remark = entry.remark
    parts = [_BEFORE.said_in(spoken)] if remark.grave else []
    parts += [_LINE.filled(line=entry.line).said_in(spoken)] if entry.line else []
    parts.append(WEIGHTS[remark.weight].said_in(spoken))
    kind = escape(", ".join(parts))
    told = escape(entry.told(words=100_000).said_in(spoken))
    origin = escape(remark.origin.told().said_in(spoken))
    where = f' <span class="origin">{origin}</span>' if origin else ""
    return f'<li><span class="kind">{kind[:1].upper()}{kind[1:]}:</span> {told}{where}</li>\n'
