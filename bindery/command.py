"""The command ``bindery``: invoke's own program on ``bindery.tasks``, in its user's language."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from invoke.exceptions import Exit, ParseError
from invoke.parser.argument import Argument
from invoke.parser.context import ParserContext
from invoke.parser.parser import Parser
from invoke.program import Program
from invoke.util import helpline

from bindery import __version__
from bindery.pipeline.asked import (
    language_for,
    nearest_book,
    require_alone,
    require_language,
    require_one_book,
)
from bindery.pipeline.in_a_task import COULD_NOT_WORK, plain_words
from bindery.tasks import namespace
from bindery.tools.saying import say, say_it_all
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.help_texts import BOOK_HELP, HELP
from bindery.vocabulary.text import Text, verbatim

USAGE = Text(
    nb="Bruk: bindery OPPGAVE [valg] [OPPGAVE [valg] …]",
    en="Usage: bindery TASK [options] [TASK [options] …]",
)
USAGE_OF_TASK = Text(nb="Bruk: bindery {task} [valg]", en="Usage: bindery {task} [options]")
TASKS = Text(nb="Oppgaver:", en="Tasks:")
OPTIONS = Text(nb="Valg:", en="Options:")

NO_TASK = Text(nb="Oppgaven «{wrong}» finnes ikke.", en="There is no task “{wrong}”.")
NO_OPTION = Text(nb="bindery har ikke valget «{wrong}».", en="bindery has no option “{wrong}”.")
NO_OPTION_OF_TASK = Text(
    nb="Oppgaven «{task}» har ikke valget «{wrong}».",
    en="The task “{task}” has no option “{wrong}”.",
)
NEAREST = Text(nb="Mente du «{nearest}»?", en="Did you mean “{nearest}”?")
CHOICES = Text(nb="Velg blant: {choices}.", en="Choose among: {choices}.")
NO_VALUE = Text(nb="«{flag}» trenger en verdi.", en="“{flag}” needs a value.")
NO_FOLDER = Text(
    nb="Skriv navnet på mappen som skal lages: bindery new MAPPE",
    en="Write the name of the folder to make: bindery new FOLDER",
)
NO_NUMBER = Text(nb="Et valg trenger et tall.", en="An option needs a number.")

_OPTIONS = ("--book", "--lang", "--help", "--version")
"""The options in the help. invoke has more, for developers of tasks."""


_BOOK = ("--book", "-b")

_OF_SEVERAL = {
    "--book": "--book=STRING",
    "-b, --book": "-b STRING, --book=STRING",
}
"""Options that may be given several times, which invoke writes as if they took no value."""


class Command(Program):
    """invoke's program, with one book and one language for all tasks of a command line."""

    def core_args(self) -> list[Argument]:
        """Invoke's options, and those that apply to all tasks."""
        of_all = [
            Argument("book", kind=list, help=BOOK_HELP["book"]),
            Argument("lang", help=BOOK_HELP["lang"]),
        ]
        return [*super().core_args(), *of_all]

    def parse_core(self, argv: list[str] | None) -> None:
        """Parse what is before the tasks."""
        line = _help_first(sys.argv if argv is None else argv)
        self._parsing(lambda: super(Command, self).parse_core(line))

    def parse_tasks(self) -> None:
        """Parse the tasks and their options, and give all of them the same book and language."""
        # Where a shell asks what could come next, nothing has to be complete.
        line = [] if self.args.complete.value else self.argv
        for token, following in pairwise([*line, ""]):
            # invoke would take it for an option without values.
            if token in _BOOK and (not following or following.startswith("-")):
                self._refuse(NO_VALUE.filled(flag=token))
        self._parsing(super().parse_tasks)
        if unknown := self.tasks.unparsed:
            named = _values(self.argv, *_BOOK)
            if unknown[0] in named:  # It follows a second --book of a task that takes one.
                with plain_words(self.language):
                    require_one_book(("--book", book) for book in named)
            self._refuse_unknown(unknown[0], self.tasks[-1] if self.tasks else None)
        wanted = self.args.help.value
        if isinstance(wanted, str) and wanted not in self.parser.contexts:
            self._refuse_unknown(wanted, None)
        with plain_words(self.language):
            for name in ("lang", "book"):
                self._share(name)

    def _make_parser(self) -> Parser:
        """A parser that keeps unknown arguments instead of failing."""
        parser = super()._make_parser()
        parser.ignore_unknown = True
        return parser

    def _parsing(self, parse: Callable[[], None]) -> None:
        """Run ``parse``; report in one sentence what cannot be parsed."""
        try:
            parse()
        except ParseError as error:
            if error.context is not None and error.context.missing_positional_args:
                self._refuse(NO_FOLDER)
            self._refuse(NO_VALUE.filled(flag=_without_value(self.argv[1:], error.context)))
        except ValueError:
            self._refuse(NO_NUMBER)

    def _share(self, name: str) -> None:
        """Pass the value of the option ``name`` on to every task that takes it.

        A task that takes several books gets those of the line, unless it has its own.
        """
        takers = [one for one in self.tasks if name in one.args]
        given = [one for one in (*self.core, *takers) if one.args[name].value]
        if name == "lang":
            for one in given:
                require_language(one.args[name].value)
        else:
            require_one_book(self._books_named(given, takers))
            require_alone([{each: one.args[each].value for each in one.args} for one in takers])
        for one in takers:
            if one.args[name].kind is list:
                for value in dict.fromkeys(_values(self.argv, *_BOOK)):
                    if value not in one.args[name].value:
                        one.args[name].value = value
            elif given:
                one.args[name].value = _several(given[-1].args[name].value)[-1]

    def _books_named(
        self, given: Sequence[ParserContext], takers: Sequence[ParserContext]
    ) -> list[tuple[str, list[str]]]:
        """Each place in the line that names books, with them; a task of one book for each of its.

        invoke keeps the last value of an option that takes one.
        """
        named = [(one.name or "--book", _several(one.args["book"].value)) for one in given]
        line = _values(self.argv, *_BOOK)
        if all(one.args["book"].kind is list for one in takers):
            return []
        return [*named, *(("--book", [book]) for book in line)]

    @property
    def language(self) -> str:
        """The language of the user, even if the line cannot be parsed."""
        book = _value(self.argv, *_BOOK)
        found = Path(book) if book else nearest_book(Path.cwd())
        return language_for(found, _value(self.argv, "--lang", "-l"))

    def _refuse_unknown(self, wrong: str, context: ParserContext | None) -> NoReturn:
        if not wrong.startswith("-"):
            self._refuse(NO_TASK.filled(wrong=wrong), nearest(wrong, self.collection.task_names))
        if context is None or context.name is None:
            self._refuse(NO_OPTION.filled(wrong=wrong), nearest(wrong, _OPTIONS))
        flags = (*_OPTIONS, *context.flags)
        self._refuse(
            NO_OPTION_OF_TASK.filled(task=context.name, wrong=wrong), nearest(wrong, flags)
        )

    def _refuse(self, *sentences: Text) -> NoReturn:
        told = (sentence.said_in(self.language) for sentence in sentences)
        raise Exit(" ".join(told), code=COULD_NOT_WORK)

    def print_help(self) -> None:
        """Print the tasks, and the options that apply to all."""
        self._say(USAGE, "")
        self._say(TASKS, "")
        self._columns((name, helpline(one)) for name, one in self.collection.tasks.items())
        self._say(OPTIONS, "")
        self._columns(map(self.initial_context.help_for, _OPTIONS))

    def list_tasks(self) -> None:
        """Print the tasks."""
        self.print_help()

    def print_task_help(self, name: str) -> None:
        """Print what the task ``name`` does, and which options it takes."""
        self._say(USAGE_OF_TASK.filled(task=name), "")
        self._say(_translated(helpline(self.collection[name])), "")
        self._say(OPTIONS, "")
        self._columns(self.parser.contexts[name].help_tuples())

    def _columns(self, told: Iterable[tuple[str, str | None]]) -> None:
        language = self.language
        self.print_columns(
            [
                (_OF_SEVERAL.get(name, name), _translated(text).said_in(language))
                for name, text in told
            ]
        )

    def _say(self, *lines: Text | str) -> None:
        for line in lines:
            say(line if isinstance(line, str) else line.said_in(self.language))


def _translated(help: str | None) -> Text:
    """The help text of a task or an option, in both languages."""
    return next((text for text in HELP if text.en == help), verbatim(help or ""))


def nearest(wrong: str, right: Iterable[str]) -> Text:
    """Suggest the one of ``right`` that is most like ``wrong``, or all of them."""
    choices = sorted(set(right))
    if close := get_close_matches(wrong, choices, n=1):
        return NEAREST.filled(nearest=close[0])
    return CHOICES.filled(choices=", ".join(choices))


def _help_first(line: Sequence[str]) -> list[str]:
    """``line`` with ``--help new`` for ``new --help``, and so for ``listen``.

    A folder or a file is expected behind these, and invoke takes whatever is there for it.
    """
    for at, (task, option) in enumerate(pairwise(line)):
        if task in ("new", "listen") and option in ("--help", "-h"):
            return [*line[:1], "--help", task, *line[1:at], *line[at + 2 :]]
    return list(line)


def _without_value(line: Sequence[str], context: ParserContext | None) -> str:
    """The option in ``line`` that lacks its value: another option or the end follows it."""
    flags = context.flags if context else {}
    for token, following in pairwise([*line, ""]):
        if token in flags and flags[token].takes_value and (not following or following in flags):
            return token
    return line[-1]


def _several(value: str | list[str]) -> list[str]:
    """The values of an option that takes several, or the one of another."""
    return [value] if isinstance(value, str) else value


def _values(line: Sequence[str], *flags: str) -> list[str]:
    """Every value in ``line`` of the option with these ``flags``."""
    begun = range(len(line))
    return [value for at in begun if (value := _value(line[at : at + 2], *flags))]


def _value(line: Sequence[str], *flags: str) -> str:
    """The value in ``line`` of the option with these ``flags``, or an empty string."""
    for token, following in pairwise([*line, ""]):
        flag, equals, value = token.partition("=")
        if flag in flags:
            return value if equals else following
    return ""


def main() -> None:
    """Run the tasks of the command line, and exit with the status of the last."""
    command = Command(name="bindery", binary="bindery", version=__version__, namespace=namespace)
    try:
        command.run()
    finally:
        with suppress(PipelineError):
            say_it_all()
