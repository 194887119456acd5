"""A file from Maven Central, trusted by its digest alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Jar:
    """A Java archive by its Maven coordinates, and the SHA-256 of the only bytes accepted."""

    group: str
    artifact: str
    version: str
    sha256: str

    @property
    def name(self) -> str:
        """The file's name, version and all, so that an older copy is never taken for it."""
        return f"{self.artifact}-{self.version}.jar"


VERAPDF = Jar(
    group="org.verapdf.apps",
    artifact="greenfield-apps",
    version="1.28.2",
    sha256="687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6",
)
