"""One rendering of a PDF, alone in its process, for ``long_bench`` to measure.

``python -m benchmarks.render HOW ORDER PDF``: ``ORDER`` is the pickled work of the PDF edition's
maker, and ``PDF`` the path of the file to write.
"""

import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

if TYPE_CHECKING:
    from bindery.editions.pdf.orders import Order, Wanted, Written

OURS, UNTAGGED, PACKED, TAGGED = "ours", "untagged", "untagged-packed", "weasyprint-tags"


def main(how: str, order: str, pdf: str) -> None:
    """Do the work in ``order``, with WeasyPrint's last step instead of ours unless ``how`` is ours.

    All else is the same: one parsed tree, one style sheet, the garbage collector off.
    """
    if how != OURS:
        from bindery.editions.pdf import joining  # noqa: PLC0415 - imports WeasyPrint

        write = _WRITERS[how]
        joining.bind_whole = lambda order, wanted: _bound(order, wanted, write)
    work, arguments = pickle.loads(Path(order).read_bytes())  # noqa: S301 - this build's own
    Path(pdf).write_bytes(work(*arguments).files[0])


def _bound(order: "Order", wanted: "Wanted", write: Callable[[Any, str], bytes]) -> "Written":
    """The book laid out as ours is, and written by WeasyPrint."""
    from bindery.editions.pdf import rendering  # noqa: PLC0415 - imports WeasyPrint
    from bindery.editions.pdf.fontconfig import use_only  # noqa: PLC0415
    from bindery.editions.pdf.orders import Written  # noqa: PLC0415

    styled = order.styled
    use_only(styled.work)
    tree = ElementTree.fromstring(order.page)  # noqa: S314 - our own tree
    html = rendering.ParsedHTML(tree, rendering.OnlyTheBook(styled.files))
    with rendering.collector_off():
        laid_out = html.render(**rendering.options_for(styled.css))
        return Written((write(laid_out, wanted.identifier),), (), ())


def _untagged(laid_out: Any, _: str) -> bytes:
    return bytes(laid_out.write_pdf(output_intent="srgb"))


def _tagged(laid_out: Any, _: str) -> bytes:
    return bytes(laid_out.write_pdf(output_intent="srgb", pdf_tags=True))


def _packed(laid_out: Any, identifier: str) -> bytes:
    """Untagged, in a file written as ours is: what the structure tree alone adds to the size."""
    import weasyprint  # noqa: PLC0415 - slow to import
    from weasyprint.pdf import generate_pdf  # noqa: PLC0415

    from bindery.editions.pdf.pdf_file import file_of, pack  # noqa: PLC0415

    options = weasyprint.DEFAULT_OPTIONS | {"output_intent": "srgb"}
    pdf = generate_pdf(laid_out, None, 1, **options)
    pack(pdf)
    return file_of(pdf, "1.7", identifier)


_WRITERS: dict[str, Callable[..., Any]] = {
    UNTAGGED: _untagged,
    PACKED: _packed,
    TAGGED: _tagged,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
