"""Write ``judgements.toml``: add to it, keep what is there, and never leave it wrong."""

import json
from collections.abc import Sequence
from pathlib import Path

from bindery.manuscript.judgements import JUDGEMENTS, NOT_MET, read_judgements
from bindery.tools.writing import remove, write_whole
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.judgements import BrailleReading, Conformance, Judgement, KnownFault
from bindery.vocabulary.text import Text

_NOT_VALID = Text(
    nb="Vurderingen kan ikke skrives: {message}", en="The judgement cannot be written: {message}"
)


def append(
    book: Path,
    judgements: Sequence[Judgement] = (),
    claims: Sequence[Conformance] = (),
    faults: Sequence[KnownFault] = (),
    readings: Sequence[BrailleReading] = (),
) -> None:
    """Add to ``judgements.toml``, keep what is there, and leave it as it was if it were wrong."""
    path = book / JUDGEMENTS
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    tables = (
        *map(_judgement_lines, judgements),
        *map(_claim_lines, claims),
        *map(_fault_lines, faults),
        *map(_reading_lines, readings),
    )
    added = "\n".join(tables)
    write_whole(path, f"{before.rstrip()}\n\n{added}" if before.strip() else added)
    _, findings = read_judgements(book)
    if findings:
        if before:
            write_whole(path, before)
        else:
            remove(path)
        raise PipelineError(_NOT_VALID.filled(message=findings[0].message), findings[0].hint)


def _judgement_lines(one: Judgement) -> str:
    lines = [
        "[[judgement]]",
        f"criterion = {_text(one.criterion)}",
        f"verdict = {_text(one.verdict)}",
        f"by = {_text(one.by)}",
        f"date = {one.date.isoformat()}",
        f"method = {_text(one.method)}",
    ]
    if one.verdict == NOT_MET:
        lines += [f"reason = {_text(one.reason)}", f"consequence = {_text(one.consequence)}"]
        lines += [f"alternative = {_text(one.alternative)}"] if one.alternative else []
        lines += [f"mended-by = {one.mended_by.isoformat()}"] if one.mended_by else []
    lines += ["[judgement.units]"]
    lines += [f"{_text(name)} = {_text(digest)}" for name, digest in one.units.items()]
    return "\n".join(lines) + "\n"


def _claim_lines(one: Conformance) -> str:
    written = [("standard", one.standard), ("by", one.by), ("kind", one.kind)]
    written += [("method", one.method)]
    written += [("report", one.report)] if one.report else []
    written += [("credential", one.credential)] if one.credential else []
    lines = [f"{name} = {_text(value)}" for name, value in written]
    return "\n".join(["[[conformance]]", *lines, f"date = {one.date.isoformat()}"]) + "\n"


def _fault_lines(one: KnownFault) -> str:
    written = [("rule", one.rule), ("path", one.path), ("message", one.message)]
    written += [("by", one.by), ("reason", one.reason)]
    lines = [f"{name} = {_text(value)}" for name, value in written]
    days = [f"date = {one.date.isoformat()}", f"until = {one.until.isoformat()}"]
    return "\n".join(["[[known-fault]]", *lines, *days, f"count = {one.count}"]) + "\n"


def _reading_lines(one: BrailleReading) -> str:
    lines = [f"by = {_text(one.by)}", f"date = {one.date.isoformat()}"]
    return "\n".join(["[[braille-reading]]", *lines, f"document = {_text(one.document)}"]) + "\n"


def _text(value: str) -> str:
    """Return ``value`` as a string of TOML, which reads those of JSON."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
