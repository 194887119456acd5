"""A book's own templates run no program and read no file outside the book."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml.builder import E
from lxml.etree import _Element

from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.layout import lay_out
from bindery.manuscript.templates import HOUSE, Templates
from bindery.rules.cascade.specimens import specimen
from bindery.vocabulary.editions import EDITIONS
from bindery.vocabulary.errors import PipelineError
from tests.shelf import DRAWING


@dataclass
class Given:
    """Data with everything in it that a template must not use."""

    book: Path
    element: _Element = field(default_factory=lambda: E.p("tekst"))
    name: str = "navn"

    def read(self) -> str:
        """A method that reads."""
        return self.book.read_text(encoding="utf-8")


def rendered(book: Path, template: str, **values: object) -> str:
    """What a book's own template gives."""
    own = book / "templates/a.j2"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(template, encoding="utf-8")
    return Templates(book).render("a.j2", **values)


ESCAPES = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ (''|attr('__class__')).__mro__ }}",
    "{{ ['__class__']|map('attr', given)|list|string ~ (given|attr('__class__')).__mro__ }}",
    "{{ '{0.__class__.__mro__}'.format(given) ~ given['__class__'].__mro__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ word.__globals__ }}",
    "{{ given.book.read_text() }}",
    "{{ given.book.parent.joinpath('a').read_bytes() }}",
    "{{ given.element.getroottree().write('b') }}",
    "{{ given.read() }}",
    "{{ given.__class__('/etc/hostname').read() }}",
    "{{ items.append(1) }}",
    "{% set given.name = 'x' %}",
    "{{ 'a' * 10000000000 }}",
    "{{ [1] * 10000000000 }}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ range(1000000000)|list }}",
    "{{ lipsum(n=1000000) }}",
    "{% include '../secret.txt' %}",
    "{% include '/etc/hostname' %}",
    "{% include 'print/../../secret.txt' %}",
    "{% import 'linked.txt' as b %}{{ b }}",
]


@pytest.mark.parametrize("template", ESCAPES)
def test_a_template_reaches_nothing_but_what_it_is_given(tmp_path: Path, template: str) -> None:
    """A way out of the sandbox ends in a sentence that names the template."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    book = tmp_path / "book"
    (book / "templates").mkdir(parents=True)
    (book / "templates/linked.txt").symlink_to(tmp_path / "secret.txt")
    given = Given(tmp_path / "secret.txt")
    with pytest.raises(PipelineError, match="emplate"):
        rendered(book, template, given=given, items=[], word=lambda key: key)
    assert not Path("b").exists()


@pytest.mark.parametrize("template", ESCAPES)
def test_a_specimen_of_a_page_is_no_way_out(tmp_path: Path, template: str) -> None:
    """The rules on styles fill in a book's templates, too, and in the same sandbox."""
    book = tmp_path / "book"
    (book / "templates/print").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (book / "templates/linked.txt").symlink_to(tmp_path / "secret.txt")
    page = book / "templates/print/book.html.j2"
    page.write_text(f"<html><body><p>{template}</p></body></html>", encoding="utf-8")
    root, _ = specimen(Templates(book), "print/book.html.j2", (), None)
    said = "" if root is None else root.text_content()
    assert "secret" not in said
    assert "uid=" not in said
    assert len(said) < 100_000


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ given.name|upper }} {{ given.name.title() }}", "NAVN Navn"),
        ("{% for k, v in names.items() %}{{ k }}={{ v }}{% endfor %}", "a=1"),
        ("{{ items|map(attribute='name')|join(', ') }}", "navn"),
        ("{% for a in items %}{{ loop.index }}{{ loop.cycle('x', 'y') }}{% endfor %}", "1x"),
        ("{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(2) }}{{ '-' * 3 }}{{ 2 * 3 }}", "<2>---6"),
        ("{% set n = namespace(a=1) %}{% set n.a = 2 %}{{ n.a }}", "2"),
        ("{{ given.element|xhtml }}{{ word('x') }}{{ '%s!' % word('y') }}", "<p>tekst</p>xy!"),
        ("{% import 'b.j2' as b %}{{ b.told('x') }}{% include 'c.j2' %}", "(x)C"),
    ],
)
def test_a_template_does_what_a_page_needs(tmp_path: Path, template: str, said: str) -> None:
    """Fields, filters, loops, macros and other templates of the book work."""
    (tmp_path / "templates").mkdir()
    told = "{% macro told(a) %}({{ a }}){% endmacro %}"
    (tmp_path / "templates/b.j2").write_text(told, encoding="utf-8")
    (tmp_path / "templates/c.j2").write_text("C", encoding="utf-8")
    given = Given(tmp_path)
    values = {"given": given, "items": [given], "names": {"a": 1}, "word": lambda key: key}
    assert rendered(tmp_path, template, **values) == said


def link(file: Path, to: Path) -> None:
    """A symbolic link at ``file``, with the folders around it."""
    file.parent.mkdir(parents=True)
    file.symlink_to(to)


LINKED: dict[str, Callable[[Templates], object]] = {
    "tokens.css": lambda templates: templates.style(EDITIONS[0]),
    "print/print.css": lambda templates: templates.text("print/print.css"),
    "print/cover.svg": lambda templates: templates.path("print/cover.svg"),
    "fonts/Andika-Regular.ttf": lambda templates: templates.fonts,
    "print/book.html.j2": lambda templates: templates.render("print/book.html.j2"),
}


@pytest.mark.parametrize(("name", "use"), LINKED.items(), ids=list(LINKED))
def test_a_link_out_of_the_book_is_told(
    tmp_path: Path, name: str, use: Callable[[Templates], object]
) -> None:
    """No text of a file elsewhere gets into an edition; a link within the book is followed."""
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    book = tmp_path / "book"
    link(book / "templates" / name, tmp_path / "secret")
    with pytest.raises(PipelineError, match=f"templates/{name} is a file outside the publication"):
        use(Templates(book))
    (book / "shared").write_text("shared", encoding="utf-8")
    (book / "templates" / name).unlink()
    (book / "templates" / name).symlink_to(book / "shared")
    use(Templates(book))


def test_a_linked_folder_of_templates_is_told(tmp_path: Path) -> None:
    """``templates/`` itself cannot be elsewhere, either."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/tokens.css").write_text("secret", encoding="utf-8")
    link(tmp_path / "book/templates", tmp_path / "elsewhere")
    with pytest.raises(PipelineError, match="outside the publication"):
        Templates(tmp_path / "book").text("tokens.css")


ADDRESSES = [
    "http://book.invalid/{outside}",
    "http://book.invalid//{outside}",
    "{encoded}",
    "%2f{outside}",
    "/../..{outside}",
    "..%2f..%2f..{outside}",
    "http://book.invalid/print/../{outside}",
    "print%00",
    "//book.invalid/{outside}",
]


@pytest.mark.layout_complains
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_in_a_style_leads_out_of_the_book(tmp_path: Path, address: str) -> None:
    """A picture elsewhere is not in the PDF, however its address is written."""
    outside = tmp_path / "outside.svg"
    outside.write_text(DRAWING.replace("Tromsø", "secret"), encoding="utf-8")
    written = address.format(outside=outside, encoded=str(outside).replace("/", "%2f"))
    files = BookFiles({}, Templates(tmp_path / "book"))
    page = (
        f'<html lang="nb"><head><title>A</title><link rel="attachment" href="{written}"/></head>'
        f'<body><p><img alt="a" src="{written}"/></p></body></html>'
    )
    css = f'p {{ background: url("{written}") }}'
    made = lay_out(page.encode(), css, files, tmp_path / "fonts")
    assert made.remarks
    assert b"EmbeddedFile" not in made.content
    with pytest.raises((PipelineError, OSError, ValueError)):
        files.read(f"{outside}")


def test_the_default_templates_are_inside() -> None:
    """Whatever comes with bindery can be used, wherever it is installed."""
    templates = Templates(Path("/nowhere"))
    assert templates.fonts == (HOUSE / "fonts",)
    assert templates.path("tokens.css").is_file()
