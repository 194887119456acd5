"""Chapters as nobody writes them: pieces of the dialect and of others, cut, mixed and repeated."""

import tomllib
from pathlib import Path
from random import Random

_PIECES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
WORDS, INLINES, BLOCKS = (tuple(_PIECES[name]) for name in ("words", "inlines", "blocks"))


def chapter(seed: int, number: int) -> str:
    """A chapter of Markdown, the same each time for the same ``seed`` and ``number``."""
    chance = Random(f"{seed}-{number}")  # noqa: S311 - no secret
    blocks = [_block(chance, 0) for _ in range(chance.randint(1, 12))]
    if chance.random() < 0.8:
        blocks.insert(0, f"# {_text(chance, 1)}")
    if chance.random() < 0.2:
        blocks.insert(0, f"---\nshort-title: {_text(chance, 2)}\n---\n")
    text = "\n\n".join(blocks) + "\n"
    for _ in range(chance.choice((0, 0, 0, 1, 3, 9))):
        text = _damaged(chance, text)
    return text


def _block(chance: Random, depth: int) -> str:
    block = _filled(chance, chance.choice(BLOCKS), depth)
    if depth < 3 and chance.random() < 0.25:
        inner = _block(chance, depth + 1)
        start = chance.choice(("> ", "- ", "  ", "    ", "1. ", ":   ", "", "\t"))
        block += "\n\n" + "\n".join(start + line for line in inner.split("\n"))
    return block


def _filled(chance: Random, pattern: str, depth: int) -> str:
    parts = [_text(chance, depth) for _ in range(pattern.count("{}"))]
    return pattern.format(*parts)


def _text(chance: Random, depth: int) -> str:
    parts = []
    for _ in range(chance.randint(0, 5)):
        if depth < 4 and chance.random() < 0.35:
            parts.append(_filled(chance, chance.choice(INLINES), depth + 1))
        else:
            parts.append(chance.choice(WORDS))
    return chance.choice((" ", " ", " ", "")).join(parts)


def _damaged(chance: Random, text: str) -> str:
    """``text`` with a part of it cut out, said again, moved, or repeated many times."""
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.randint(1, 30))
    part = text[start:end]
    match chance.randrange(4):
        case 0:
            return text[:start] + text[end:] or "\n"
        case 1:
            return text[:start] + part * 2 + text[end:]
        case 2:
            at = chance.randrange(len(text))
            return text[:at] + part + text[at:]
        case _:
            return text[:start] + part * chance.choice((5, 40, 300)) + text[end:]
