"""Dotify in its process: pages from OBFL, and an error for all that it would leave out."""

from pathlib import Path

import pytest

from bindery.tools import dotify, locate
from bindery.tools.dotify import LayoutError, laid_out
from bindery.tools.run import run

OBFL = """<?xml version="1.0" encoding="UTF-8"?>
<obfl xmlns="http://www.daisy.org/ns/2011/obfl" version="2011-1" xml:lang="nb" hyphenate="false">
<layout-master name="main" page-width="10" page-height="5" duplex="true">
<default-template><header/><footer/></default-template></layout-master>
<sequence master="main"><block>⠁⠃⠉ ⠁⠃⠉ ⠁⠃⠉</block>{more}</sequence>
</obfl>
"""


@pytest.mark.slow
def test_rows_are_broken_at_the_width() -> None:
    """Cells go in and cells come out, in rows."""
    made = laid_out(OBFL.format(more="").encode(), "nb").decode()
    assert "<row>⠁⠃⠉ ⠁⠃⠉</row>" in made


@pytest.mark.slow
def test_what_is_not_understood_is_an_error() -> None:
    """An element that Dotify would leave out with a warning gives no pages."""
    with pytest.raises(LayoutError):
        laid_out(OBFL.format(more="<foo>⠁</foo>").encode(), "nb")


@pytest.mark.slow
def test_what_is_no_xml_is_an_error() -> None:
    """When Dotify stops, what it said first is the error."""
    with pytest.raises(LayoutError):
        laid_out(b"<obfl", "nb")


@pytest.mark.slow
def test_the_class_is_what_its_source_says(tmp_path: Path) -> None:
    """The class that is handed out has the bytes that its source is compiled to."""
    java, compiler, source = locate.java(), locate.ecj_jar(), Path(dotify.__file__).parent
    assert java is not None
    assert compiler is not None, "run invoke setup before the tests"
    jars = ":".join(map(str, locate.dotify_jars()))
    kind = ("-source", "11", "-target", "11", "-g:none", "-d", tmp_path, "-classpath", jars)
    ended = run([java, "-jar", compiler, *kind, source / "Pef.java"])
    assert ended.status == 0, ended.stderr
    assert (tmp_path / "Pef.class").read_bytes() == (source / "Pef.class").read_bytes()
