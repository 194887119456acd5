"""All readers of foreign marks, in the order they are asked."""

from bindery.manuscript.marks.readers import Reader

BLOCKS: tuple[Reader, ...] = ()
"""They are asked again and again, as long as one of them finds a mark."""

WORDS: tuple[Reader, ...] = ()
"""They are asked once, after all blocks are plain."""
