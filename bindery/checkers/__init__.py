"""The outside checkers of finished editions, slowest first: the others run beside it."""

from bindery.checkers.ace import ACE
from bindery.checkers.axe import AXE
from bindery.checkers.epubcheck import EPUBCHECK
from bindery.checkers.layout import LAYOUT
from bindery.checkers.nu import NU
from bindery.checkers.onix import ONIX
from bindery.checkers.outloud import OUTLOUD
from bindery.checkers.pef_schema import PEF_SCHEMA
from bindery.checkers.verapdf import VERAPDF
from bindery.vocabulary.checker import Checker

CHECKERS: tuple[Checker, ...] = (
    *(AXE, ACE, EPUBCHECK, NU, VERAPDF),
    *(LAYOUT, OUTLOUD, ONIX, PEF_SCHEMA),
)
