"""Figures of several images, and code with a caption."""

from collections.abc import Callable, Iterator

from lxml.builder import E

from bindery.document.model import SOURCE, WRITTEN, Element, add_class, has_class

SET_NUMBER = "set-number"
"""The class of numbers and their words, which are bindery's own and not the author's."""

LISTING = "listing"
"""The class of code with a caption."""


def names_a(div: Element, kind: str) -> bool:
    """Whether the name of ``div`` says that it is a ``kind``: ``fig-kart`` is a ``fig``."""
    described = has_class(div, "long-description")
    return not described and (div.get("id") or "").startswith(f"{kind}-")


def is_figure(div: Element) -> bool:
    """Whether ``div`` is written as a figure."""
    return div.tag == "div" and (has_class(div, "figure") or names_a(div, "fig"))


def pictures_in(div: Element) -> list[Element]:
    """The pictures of a figure: paragraphs of one image alone, and figures in it."""
    return [block for block in div if is_figure(block) or _image_alone(block) is not None]


def _image_alone(block: Element) -> Element | None:
    alone = block.tag == "p" and len(block) == 1 and not (block.text or "").strip()
    if not alone or block[0].tag != "img" or (block[0].tail or "").strip():
        return None
    return block[0]


def parts_of_figure(
    pictures: list[Element], make_figure: Callable[[Element], None]
) -> Iterator[Element]:
    """Make each of several ``pictures`` a figure of its own, with a letter in its caption.

    ``make_figure`` makes one of a ``div``. Yields each, and the long description that follows it.
    """
    for at, picture in enumerate(pictures):
        part = picture
        if (image := _image_alone(picture)) is not None:
            part = E.div({SOURCE: picture.get(SOURCE) or ""})
            picture.addprevious(part)
            part.append(picture)
            picture.tail = None
            if name := image.attrib.pop("id", None):
                part.set("id", name)
        make_figure(part)
        _letter(part, f"({letter_of(at)})")
        yield part
        after = part.getnext()
        if after is not None and has_class(after, "long-description"):
            yield after


def letter_of(at: int) -> str:
    """The letter of the part at ``at``, from 0: a to z, then aa."""
    rounds, place = divmod(at, 26)
    return (letter_of(rounds - 1) if rounds else "") + chr(ord("a") + place)


def _letter(figure: Element, letter: str) -> None:
    caption = figure.find("figcaption")
    if caption is None:
        caption = E.figcaption()
        figure.append(caption)
    begin_with(caption, E.strong(letter, {"class": SET_NUMBER}), _own_letter(letter))


def _own_letter(letter: str) -> Callable[[str], int]:
    """How much of a caption is the same letter, written by its author: ``(a)`` or ``a)``."""

    def length(text: str) -> int:
        for written in (letter, letter[1:]):
            if text.startswith(f"{written} "):
                return len(written) + 1
        return 0

    return length


def begin_with(caption: Element, label: Element, taken_off: Callable[[str], int]) -> None:
    """Begin ``caption`` with ``label``, instead of what its author wrote in its place.

    ``taken_off`` tells how many letters of the caption's beginning that is.
    """
    holder = caption
    if not (caption.text or "").strip() and len(caption) and caption[0].tag == "p":
        holder = caption[0]
    first = holder[0] if not (holder.text or "").strip() and len(holder) else None
    if first is not None and first.tag in ("strong", "em") and not len(first):
        text = first.text or ""
        if length := taken_off(text):
            label.set(WRITTEN, text[:length].strip())
            first.text = text[length:]
            if not first.text.strip():
                holder.text = first.tail
                holder.remove(first)
    else:
        text = (holder.text or "").lstrip()
        if length := taken_off(text):
            label.set(WRITTEN, text[:length].strip())
            holder.text = text[length:]
    rest = (holder.text or "").lstrip()
    holder.text = None
    holder.insert(0, label)
    label.tail = f" {rest}" if rest or len(holder) > 1 else None


def write_listing(div: Element, make_caption: Callable[[str, list[Element]], Element]) -> None:
    """Make ``div`` code with its caption above it."""
    code = div.find("pre")
    if code is None:
        return
    blocks = [block for block in div if block is not code]
    div.tag = "figure"
    div.set("class", "")
    add_class(div, LISTING)
    code.tail = None
    div[:] = [*([make_caption("figcaption", blocks)] if blocks else []), code]
