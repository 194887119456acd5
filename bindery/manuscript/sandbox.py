"""Where templates are run: they compute with what they are given, and reach nothing else."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

_PLAIN = (str, int, float, date, Mapping, Sequence, frozenset)
_OF_TEMPLATES = (
    jinja2.Undefined,
    Context,
    LoopContext,
    Macro,
    Cycler,
    Joiner,
    Namespace,
    jinja2.environment.TemplateModule,
)

MOST = 1_000_000
"""Letters or items that a template can make by multiplication."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with less in it.

    A template may read the fields of the data it is given, and call the functions among them and
    the methods of texts, numbers, dates and lists. An object of another kind it can only print or
    give to a filter: a path could open files, an element could write them.
    """

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(autoescape=True, trim_blocks=True, lstrip_blocks=True, **options)
        # It makes texts of any length, in Latin.
        del self.globals["lipsum"]

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read ``attr`` of ``obj``, which is ``value``."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        fields = is_dataclass(obj) and not isinstance(obj, type) and not callable(value)
        return fields or isinstance(obj, (*_PLAIN, *_OF_TEMPLATES))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply, unless it makes more than any page has."""
        if _size(operator, left, right) > MOST:
            raise SecurityError(f"a result of more than {MOST}")
        return _OPERATIONS[operator](left, right)


_OPERATIONS: Mapping[str, Callable[[Any, Any], Any]] = {"*": operator.mul, "**": operator.pow}


def _size(operation: str, left: Any, right: Any) -> int:
    """How large the result is at least: the length of a text, the digits of a number."""
    whole = [one for one in (left, right) if isinstance(one, int)]
    lengths = [len(one) for one in (left, right) if isinstance(one, str | list | tuple)]
    if operation == "**":
        return whole[0].bit_length() * abs(whole[1]) if len(whole) == 2 else 0
    return lengths[0] * whole[0] if lengths and whole else 0
