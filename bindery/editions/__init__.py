"""The editions, in the order they are made: a later one may tell of an earlier."""

from bindery.document.edition import Edition
from bindery.editions.epub import EPUB
from bindery.editions.pdf import PDF
from bindery.editions.summary import SUMMARY

EDITIONS: tuple[Edition, ...] = (PDF, EPUB, SUMMARY)
