"""The publisher's logo, as cover, title page and summary have it."""

from lxml.builder import E

from bindery.document.model import Element
from bindery.document.pictures.shown import can_be_shown
from bindery.manuscript.addresses import file_at
from bindery.manuscript.files import SETTINGS
from bindery.vocabulary.publication import Publication

LOGO = "logo"
"""The class of the paragraph with it."""


def logo_path(publication: Publication) -> str:
    """The path of the logo's image; empty if there is none that can be shown."""
    logo, images = publication.settings.brand.logo, publication.images
    path = file_at(logo.file, SETTINGS, images) if logo else ""
    return path if path in images and can_be_shown(path, images[path]) else ""


def logo_of(publication: Publication) -> Element | None:
    """A paragraph with the logo, named by its alternative text; ``None`` if there is none."""
    logo, path = publication.settings.brand.logo, logo_path(publication)
    if logo is None or not path:
        return None
    return E.p({"class": LOGO}, E.img(src=path, alt=" ".join(logo.alternative.split())))
