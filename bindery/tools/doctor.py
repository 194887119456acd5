"""Report which tools are installed, which are missing, and the command that installs them."""

from dataclasses import dataclass

from bindery.tools.inventory import INVENTORY, Need, Tool, commands
from bindery.vocabulary.text import Text

HEADS = (
    Text(nb="Verktøy", en="Tool"),
    Text(nb="Versjon", en="Version"),
    Text(nb="Trengs til", en="Needed to"),
    Text(nb="Hva det gjør", en="What it does"),
)
NEEDS = {
    Need.BUILD: Text(nb="bygge", en="build"),
    Need.BRAILLE: Text(nb="punktskrift", en="braille"),
    Need.CHECK: Text(nb="kontrollere", en="check"),
    Need.TEST: Text(nb="teste", en="test"),
}
MISSING = Text(nb="mangler", en="missing")
ALL_THERE = Text(nb="Alt er på plass.", en="Everything is there.")
TO_GET = Text(nb="{names}: Kjør {command}", en="{names}: run {command}")


@dataclass(frozen=True, slots=True)
class Row:
    """A tool and its version; empty if it is missing or does not start."""

    tool: Tool
    version: str


@dataclass(frozen=True, slots=True)
class Report:
    """The state of every tool."""

    rows: tuple[Row, ...]

    @property
    def missing(self) -> tuple[Tool, ...]:
        """The tools that are not installed."""
        return tuple(row.tool for row in self.rows if not row.version)

    @property
    def can_build(self) -> bool:
        """Whether editions can be made. Checkers are not needed for that."""
        return all(tool.need is not Need.BUILD for tool in self.missing)

    def lines(self, language: str) -> tuple[str, ...]:
        """The report as a table in plain text, then one line for each command to run."""
        table = [tuple(head.said_in(language) for head in HEADS)]
        table += [
            (
                row.tool.name,
                row.version or MISSING.said_in(language),
                NEEDS[row.tool.need].said_in(language),
                row.tool.purpose.said_in(language),
            )
            for row in self.rows
        ]
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        drawn = tuple(
            "  ".join(f"{cell:{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()
            for cells in table
        )
        return (*drawn, "", *(advice.said_in(language) for advice in self._advice()))

    def _advice(self) -> tuple[Text, ...]:
        return tuple(
            TO_GET.filled(names=", ".join(names), command=command)
            for command, names in commands(self.missing).items()
        ) or (ALL_THERE,)


def doctor() -> Report:
    """Report every tool; those that report their version no other way are started."""
    return Report(tuple(Row(tool, tool.version()) for tool in INVENTORY))
