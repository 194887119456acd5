"""The order in which each tool reads a folder of Markdown."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bindery.importing.folders.folder_plan import (
    MOST_ITEMS,
    Plan,
    chapters_below,
    describe,
    front_matter,
    settings_of,
)

_LINK = re.compile(
    r"^(?P<indent>[ \t]*)(?:[-*+][ \t]+)?\[(?P<title>[^\]]*)\]\(<?(?P<path>[^)>]*)>?\)"
)
_LAST = 999_999.0


def plan_of(root: Path) -> Plan:
    """The plan of the folder at ``root``, by the first tool whose files are there."""
    for is_there, read in _TOOLS:
        if is_there(root):
            return read(root)
    return plain(root)


def mdbook(root: Path) -> Plan:
    """``SUMMARY.md`` of mdBook: what is before and after the list has no number."""
    settings = settings_of(root, "book.toml")
    book = settings.get("book") if isinstance(settings.get("book"), dict) else {}
    plan = Plan("mdbook")
    describe(plan, book or {})
    source = str((book or {}).get("src") or ("src" if (root / "src").is_dir() else "."))
    folder = source if (root / source / "SUMMARY.md").is_file() else "."
    text = (root / folder / "SUMMARY.md").read_bytes().decode("utf-8-sig", "replace")
    part, in_list = "", False
    for line in text.splitlines()[:MOST_ITEMS]:
        if heading := re.match(r"#[ \t]+(.+?)[ \t]*#*$", line):
            part = "" if heading[1].strip().lower() in ("summary", "sammendrag") else heading[1]
        elif link := _LINK.match(line):
            is_item = bool(re.match(r"[ \t]*[-*+][ \t]", line))
            in_list = in_list or is_item
            matter = "chapters" if is_item else "back" if in_list else "front"
            path = link["path"].strip().removeprefix("./")
            if path:
                place = f"{folder}/{path}".removeprefix("./")
                plan.add(root, place, part if matter == "chapters" else "", matter)
            else:
                plan.unknown.append(link["title"])
    return plan


def quarto(root: Path) -> Plan:
    """``_quarto.yml`` of Quarto: chapters, parts with chapters, appendices."""
    settings = settings_of(root, "_quarto.yml")
    book = settings.get("book")
    plan = Plan("quarto")
    for values in (book, settings.get("website"), settings, settings.get("manuscript")):
        describe(plan, values if isinstance(values, dict) else {})
    for key, matter in (("chapters", "chapters"), ("appendices", "appendices")):
        entries = book.get(key) if isinstance(book, dict) else None
        for entry in entries if isinstance(entries, list) else []:
            if isinstance(entry, dict) and "part" in entry:
                part = str(entry["part"])
                if re.search(r"\.(?:qmd|md|Rmd)$", part):
                    file, part = part, _title_in(root, part)
                    plan.add(root, file, part)
                for chapter in entry.get("chapters") or []:
                    plan.add(root, _file_of(chapter), part, matter)
            else:
                plan.add(root, _file_of(entry), "", matter)
    if not plan.listed:
        _add_in_order(plan, root, list(chapters_below(root)))
    return plan


def _file_of(entry: Any) -> str:
    if isinstance(entry, dict):
        return str(entry.get("file") or entry.get("href") or entry.get("text") or "")
    return str(entry)


def _title_in(root: Path, path: str) -> str:
    try:
        text = (root / path).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return path
    heading = re.search(r"^#[ \t]+(.+?)[ \t]*(?:\{[^}]*\})?[ \t]*$", text, re.MULTILINE)
    return str(front_matter(text).get("title") or (heading[1] if heading else path))


def myst(root: Path) -> Plan:
    """``myst.yml`` of MyST, or ``_toc.yml`` and ``_config.yml`` of Jupyter Book."""
    settings = settings_of(root, "myst.yml")
    project = settings.get("project") if isinstance(settings.get("project"), dict) else {}
    plan = Plan("myst")
    describe(plan, project or {})
    describe(plan, settings_of(root, "_config.yml"))
    toc = settings_of(root, "_toc.yml")
    if toc.get("root"):
        plan.add(root, str(toc["root"]))
    for part in toc.get("parts") or []:
        if isinstance(part, dict):
            _add_tree(plan, root, part.get("chapters"), str(part.get("caption") or ""))
    _add_tree(plan, root, toc.get("chapters") or toc.get("sections"), "")
    _add_tree(plan, root, (project or {}).get("toc"), "")
    if not plan.listed:
        _add_in_order(plan, root, list(chapters_below(root)))
    return plan


def _add_tree(plan: Plan, root: Path, entries: Any, part: str, depth: int = 0) -> None:
    """A list of files, each perhaps with a list of its own."""
    if not isinstance(entries, list) or depth > 20:
        return
    for entry in entries[:MOST_ITEMS]:
        values = entry if isinstance(entry, dict) else {"file": entry}
        if values.get("file"):
            plan.add(root, str(values["file"]), part)
        for key in ("sections", "chapters", "children"):
            _add_tree(plan, root, values.get(key), part, depth + 1)


def bookdown(root: Path) -> Plan:
    """``_bookdown.yml`` and ``index.Rmd`` of bookdown; ``# (PART)`` begins a part."""
    settings = settings_of(root, "_bookdown.yml")
    plan = Plan("bookdown")
    index = root / "index.Rmd"
    if index.is_file():
        describe(plan, front_matter(index.read_bytes().decode("utf-8-sig", "replace")))
    files = settings.get("rmd_files")
    if isinstance(files, dict):
        files = next((each for each in files.values() if isinstance(each, list)), None)
    if not isinstance(files, list):
        below = [path.name for path in sorted(root.iterdir()) if path.suffix in (".Rmd", ".rmd")]
        files = sorted(
            (name for name in below if not name.startswith("_")),
            key=lambda name: (name.lower() != "index.rmd", name),
        )
    part = ""
    for name in files:
        path = root / str(name)
        if path.is_file():
            text = path.read_bytes().decode("utf-8-sig", "replace")
            if heading := re.search(
                r"^# \(PART\\?\*?\)[ \t]*(.+?)[ \t]*(?:\{[^}]*\})?$", text, re.M
            ):
                part = heading[1]
        plan.add(root, str(name), part)
    return plan


def mkdocs(root: Path) -> Plan:
    """``nav`` in ``mkdocs.yml``, or the names of the files."""
    settings = settings_of(root, "mkdocs.yml")
    plan = Plan("mkdocs")
    describe(plan, settings)
    folder = str(settings.get("docs_dir") or "docs")

    def add(entries: Any, part: str, depth: int = 0) -> None:
        for entry in entries[:MOST_ITEMS] if isinstance(entries, list) and depth < 20 else []:
            for title, inner in entry.items() if isinstance(entry, dict) else [("", entry)]:
                if isinstance(inner, list):
                    add(inner, part or str(title), depth + 1)
                elif isinstance(inner, str):
                    plan.add(root, f"{folder}/{inner}", part)

    add(settings.get("nav"), "")
    if not plan.listed:
        _add_in_order(plan, root, list(chapters_below(root, folder)))
    return plan


def hugo(root: Path) -> Plan:
    """``content/`` of Hugo, by weight."""
    return _by_weight(root, "hugo", "content", ("hugo.toml", "hugo.yaml", "config.toml"))


def docusaurus(root: Path) -> Plan:
    """``docs/`` of Docusaurus, by position."""
    return _by_weight(root, "docusaurus", "docs", ())


def jekyll(root: Path) -> Plan:
    """The pages of Jekyll, by their order in the navigation."""
    return _by_weight(root, "jekyll", "", ("_config.yml",))


def plain(root: Path) -> Plan:
    """Any folder: by number in the name or in the front matter, what introduces it first."""
    return _by_weight(root, "commonmark", "", ())


def _by_weight(root: Path, tool: str, folder: str, settings: tuple[str, ...]) -> Plan:
    plan = Plan(tool)
    for name in settings:
        describe(plan, settings_of(root, name))
    _add_in_order(plan, root, list(chapters_below(root, folder)))
    return plan


_FIRST = ("index", "_index", "readme", "intro", "introduction", "forord", "preface")


def _add_in_order(plan: Plan, root: Path, paths: list[str]) -> None:
    """List ``paths`` by weight, then what introduces a folder, then by name."""
    keys = {path: _key(root, path) for path in paths[:MOST_ITEMS]}
    for path in sorted(keys, key=lambda one: keys[one]):
        plan.add(root, path)


def _key(root: Path, path: str) -> list[tuple[float, int, str]]:
    """Where a file comes: folder by folder, then its own weight and name."""
    *folders, name = path.split("/")
    text = (root / path).read_bytes()[:20_000].decode("utf-8-sig", "replace")
    values = front_matter(text)
    weight = _LAST
    for key in ("weight", "nav_order", "sidebar_position", "order"):
        if isinstance(values.get(key), int | float):
            weight = float(values[key])
            break
    stem = name.rsplit(".", 1)[0]
    first = _FIRST.index(stem.lower()) - len(_FIRST) if stem.lower() in _FIRST else 0
    numbered = re.match(r"(\d+)", stem)
    own = (weight, first, f"{int(numbered[1]):09}{stem}" if numbered else stem)
    return [*((_LAST, 1, _numbered(one)) for one in folders), own]


def _numbered(name: str) -> str:
    found = re.match(r"(\d+)", name)
    return f"{int(found[1]):09}{name}" if found else name


def _has(*names: str) -> Callable[[Path], bool]:
    return lambda root: any((root / name).is_file() for name in names)


_TOOLS: tuple[tuple[Callable[[Path], bool], Callable[[Path], Plan]], ...] = (
    (_has("src/SUMMARY.md", "SUMMARY.md"), mdbook),
    (_has("_quarto.yml"), quarto),
    (_has("myst.yml", "_toc.yml"), myst),
    (_has("_bookdown.yml", "index.Rmd"), bookdown),
    (_has("mkdocs.yml"), mkdocs),
    (_has("hugo.toml", "hugo.yaml", "content/_index.md"), hugo),
    (_has("docusaurus.config.js", "docusaurus.config.ts"), docusaurus),
    (_has("_config.yml"), jekyll),
)
