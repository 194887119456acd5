"""A file from Maven Central, accepted only with the right digest."""

import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bindery.tools.installation import COMMAND
from bindery.tools.makers import THIS_MESSAGE, report_it
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Jar:
    """A Java archive by its Maven coordinates, and the SHA-256 of the only bytes accepted."""

    group: str
    artifact: str
    version: str
    sha256: str
    classifier: str = ""

    @property
    def name(self) -> str:
        """The file's name with its version, so that an older copy is never taken for it."""
        kind = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{kind}.jar"


Fetch = Callable[[Jar, Path], Path]

VERAPDF = Jar(
    group="org.verapdf.apps",
    artifact="greenfield-apps",
    version="1.28.2",
    sha256="687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6",
)

_LIBLOUIS = "org.daisy.pipeline.modules.braille", "liblouis-utils", "6.3.2"
"""Engine and tables are always of one release: an engine can hang on the tables of another."""

LIBLOUIS = Jar(
    *_LIBLOUIS,
    "1020215199cbc3fd80d757098b0d6d7ce6e095b53f05514fddad3e9b7176abd2",
    classifier="linux",
)
LIBLOUIS_TABLES = Jar(
    *_LIBLOUIS, "4602937e9250d0144fe5009f89750b6594601c4a8bd489056e1433f71ed4173f"
)
DOTIFY = Jar(
    group="org.daisy.dotify",
    artifact="dotify.library",
    version="1.0.7",
    sha256="f7188b56bd9be766976592b6f84c7bb0f77883dbc905cb46a05624e237891aaa",
)
SAXON = Jar(
    group="org.daisy.libs",
    artifact="saxon-he",
    version="9.5.1.5",
    sha256="295cb4ac4f37b9c90253aca4953296c97f960fce96acce7988452028904528bb",
)

ECJ = Jar(
    group="org.eclipse.jdt",
    artifact="ecj",
    version="3.33.0",
    sha256="f7686c4960cf70c2ebc5c500a73a8cfc04541b730c18f1c5c21329889b137f45",
)

NOT_FETCHED = Text(
    nb="{name} kunne ikke hentes fra Maven Central: {reason}",
    en="{name} could not be fetched from Maven Central: {reason}",
)
TRY_AGAIN = Text(
    nb=f"Sjekk nettforbindelsen, og kjør {COMMAND} setup igjen.",
    en=f"Check the network, and run {COMMAND} setup again.",
)
NOT_THE_BYTES = Text(
    nb="{name} er ikke den ventede filen, og brukes ikke (SHA-256 {digest}).",
    en="{name} is not the expected file, and is not used (SHA-256 {digest}).",
)
ASK = Text(
    nb=f"Kjør {COMMAND} setup på nytt. Hvis det skjer igjen: {{report}}",
    en=f"Run {COMMAND} setup again. If it happens again: {{report}}",
)


def fetched(jar: Jar, into: Path) -> Path:
    """Download ``jar`` below ``into`` and return its path. The digest is not checked here."""
    from jgo.maven import MavenContext  # noqa: PLC0415 - needed only where a jar is missing

    component = MavenContext(repo_cache=into).project(jar.group, jar.artifact)
    return Path(component.at_version(jar.version).artifact(classifier=jar.classifier).resolve())


def install(jar: Jar, folder: Path, fetch: Fetch = fetched) -> None:
    """Put ``jar`` into ``folder`` in one step, after checking its digest."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        try:
            path = fetch(jar, Path(aside))
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except (OSError, RuntimeError) as error:  # requests raises a kind of OSError
            said = str(error).partition(":")[0]
            failed = NOT_FETCHED.filled(name=jar.name, reason=said)
            raise PipelineError(failed, TRY_AGAIN) from error
        if digest != jar.sha256:
            hint = ASK.filled(report=report_it(THIS_MESSAGE))
            raise PipelineError(NOT_THE_BYTES.filled(name=jar.name, digest=digest), hint)
        path.replace(folder / jar.name)
