"""The tables of ASCII that a BRF can be in, in the order of the characters."""

from collections.abc import Mapping

_NORTH_AMERICAN = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_",
    "⠀⠮⠐⠼⠫⠩⠯⠄⠷⠾⠡⠬⠠⠤⠨⠌⠴⠂⠆⠒⠲⠢⠖⠶⠦⠔⠱⠰⠣⠿⠜⠹⠈⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵⠪⠳⠻⠘⠸",
)
_NORWEGIAN = (
    " !\"#$%&'()*+,-./0123456789:;<=>?_`abcdefghijklmnopqrstuvwxyz{|}~",
    "⠀⠐⠈⠼⠨⠿⠯⠠⠦⠴⠔⠖⠂⠤⠄⠲⠬⠡⠣⠩⠹⠱⠫⠻⠳⠪⠒⠆⠰⠶⠘⠢⠸⠜⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵⠷⠌⠾⠮",
)

TABLES: Mapping[str, Mapping[str, str]] = {
    name: dict(zip(characters, cells, strict=True))
    for name, (characters, cells) in (
        ("north-american", _NORTH_AMERICAN),
        ("norwegian", _NORWEGIAN),
    )
}
"""The cell of each character, by the table's name in ``publication.toml``."""
