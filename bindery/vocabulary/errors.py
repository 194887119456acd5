"""The error that stops the pipeline itself. Errors in a manuscript are findings instead."""

from bindery.vocabulary.text import Text


class PipelineError(Exception):
    """The pipeline cannot work here: a tool is missing, a disk is full, a checker broke.

    ``what`` failed, and what to do ``next``. The command line prints both and exits with 2.
    """

    def __init__(self, what: Text, next: Text) -> None:
        super().__init__(f"{what.en} {next.en}")
        self.what = what
        self.next = next

    def __reduce__(self) -> tuple[type["PipelineError"], tuple[Text, Text]]:
        """Let it be pickled, so that it can come from another process."""
        return PipelineError, (self.what, self.next)
