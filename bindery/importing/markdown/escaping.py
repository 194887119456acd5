"""Write words so that they are read as words, whatever marks they look like."""

import re

# Always: what can be a mark anywhere in a line. The rest depends on where it is.
_ANYWHERE = re.compile(
    r"[\\`*\[\]<$~^{]"
    r"|(?<=-)-"
    r"|(?<![^\W_])_|_(?![^\W_])"  # Not inside a word.
    r"|(?<![\w@.])@(?=\w)"  # A reference; an e-mail address is none.
    r"|&(?=#?\w+;)"
    r"|(?<=[=+])[=+]|[=+](?=[=+])"
    r"|(?<![\w:]):(?=[\w+-]+:)"  # The name of an emoji.
    r"|\((?=(?:ref|@|\()[:(\w])"
)
_AT_START = re.compile(
    r"(?:[#>|:=+-]"
    r"|\d{1,9}[.)](?=\s|$)"
    r"|\(?(?:[A-Za-z]|[ivxlcdm]{1,8}|[IVXLCDM]{1,8}|\d{1,9})[.)](?=\s|$)"
    r"|[!?]{3}|%|—(?=\s)|–(?=\s))"
)
_LAST = re.compile(r"[.)]$")


_ENTITIES = re.compile(r"\\(?=[(\[\\])|@(?=ref\()")
"""What would be a mark with a backslash before it, too."""
_MODULE = re.compile(r"(?:import|export)(?=[ \t].*[\"'=({;])")


def escaped(words: str, *, in_brackets: bool = False) -> str:
    """``words`` with a backslash before every sign that would be a mark inside a line.

    A closing bracket is one ``in_brackets`` only.
    """

    def escape(sign: re.Match[str]) -> str:
        if sign[0] == "]" and not in_brackets:
            return "]"
        if _ENTITIES.match(words, sign.start()):
            return f"&#{ord(sign[0])};"
        return f"\\{sign[0]}"

    return _ANYWHERE.sub(escape, words)


def at_start(line: str) -> str:
    """``line``, whose words are escaped, so that it begins a paragraph and nothing else."""
    if _MODULE.match(line):
        return f"&#{ord(line[0])};{line[1:]}"
    found = _AT_START.match(line)
    if found is None:
        return line
    mark = found[0]
    if _LAST.search(mark):
        return f"{mark[:-1]}\\{mark[-1]}{line[found.end() :]}"
    return f"\\{line}" if mark[0] not in "—–" else line
