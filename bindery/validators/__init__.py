"""The outside checkers of finished editions, the slowest first: the others run beside it."""

from bindery.validators.ace import ACE
from bindery.validators.axe import AXE
from bindery.validators.epubcheck import EPUBCHECK
from bindery.validators.layout import LAYOUT
from bindery.validators.nu import NU
from bindery.validators.onix import ONIX
from bindery.validators.outloud import OUTLOUD
from bindery.validators.verapdf import VERAPDF
from bindery.vocabulary.validator import Validator

VALIDATORS: tuple[Validator, ...] = (AXE, ACE, EPUBCHECK, NU, VERAPDF, LAYOUT, OUTLOUD, ONIX)
