"""The settings of a publication's own look: ``[brand]``, for all editions alike."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bindery.vocabulary.counting import STRICT

Role = Literal["body", "headings"]
"""What a typeface of a publication's own is for."""


@dataclass(frozen=True, slots=True)
class BrandColours:
    """Colours as CSS writes them, each optional.

    ``heading`` is also that of captions, labels and bold words; ``line`` that of tables and boxes;
    ``accent`` that of the line below a chapter's title. ``box`` and ``note`` are grounds of boxes,
    ``cover`` the ground of the cover and of the head of the summary.
    """

    __pydantic_config__ = STRICT

    heading: str = ""
    link: str = ""
    line: str = ""
    accent: str = ""
    box: str = ""
    note: str = ""
    cover: str = ""
    cover_text: str = ""
    cover_accent: str = ""


@dataclass(frozen=True, slots=True)
class BrandTypefaces:
    """Files of typefaces below the manuscript: those of the ``body``, and of ``headings``."""

    __pydantic_config__ = STRICT

    body: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Logo:
    """The publisher's mark: an image below the manuscript, and what it shows in words."""

    __pydantic_config__ = STRICT

    file: str
    alternative: str


@dataclass(frozen=True, slots=True)
class BrandSettings:
    """A publication's own look.

    ``cover`` is the cover's picture, a path below the manuscript. Colours without a value
    ``in_dark`` are derived from those in light.
    """

    __pydantic_config__ = STRICT

    cover: str = ""
    logo: Logo | None = None
    colours: BrandColours = field(default_factory=BrandColours)
    colours_in_dark: BrandColours = field(default_factory=BrandColours)
    typefaces: BrandTypefaces = field(default_factory=BrandTypefaces)


LIGHT, DARK = "colours", "colours-in-dark"
"""The tables of ``[brand]`` with the colours."""

NO_BRAND = BrandSettings()


@dataclass(frozen=True, slots=True)
class BrandFace:
    """One file of a publication's own typeface, as it says itself. ``family`` is its own name."""

    role: Role
    file: Path
    family: str
    weight: int
    italic: bool
    digest: str
    characters: frozenset[int] = field(default=frozenset(), compare=False, repr=False)

    @property
    def name(self) -> str:
        """The family by which styles ask for it."""
        return FAMILIES[self.role]


FAMILIES: dict[Role, str] = {"body": "Brand Text", "headings": "Brand Headings"}
"""What styles call the typefaces. What goes into an EPUB or the summary is a subset under this
name, as reserved names demand (OFL 1.1, clause 3)."""
