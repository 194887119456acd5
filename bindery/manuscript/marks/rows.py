"""Rows of a block's words, and where they are in the chapter."""

from markdown_it.token import Token

from bindery.manuscript.marks.page import Page


def span_of_rows(page: Page, block: Token, first: int, after: int) -> tuple[int, int]:
    """Where the rows of ``block`` from ``first`` to before ``after`` are, so that they can go.

    The marks before the first of them stay; so do those before the row ``after``, if there is none.
    """
    rows = block.content.split("\n")
    begins = sum(len(row) + 1 for row in rows[:first])
    ends = begins + sum(len(row) + 1 for row in rows[first:after])
    if after < len(rows):
        return page.offset(block, begins), page.offset(block, ends)
    return page.offset(block, begins), page.end(block, len(block.content))
