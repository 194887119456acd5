"""The files a page can use: the manuscript's images and the templates."""

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from bindery.manuscript.files import composed
from bindery.manuscript.templates import Templates


@dataclass(frozen=True, slots=True)
class BookFiles:
    """The files a page can use: the manuscript's images and the templates."""

    images: dict[str, bytes]
    templates: Templates

    def read(self, path: str) -> bytes:
        """The image at ``path``, or the template file of that name."""
        if (composed_path := composed(path)) in self.images:
            return self.images[composed_path]
        return self.templates.content(path)

    def digest(self, path: str) -> str:
        """A digest of what ``read`` returns; empty, if nothing is there."""
        try:
            return sha256(self.read(path)).hexdigest()
        except OSError:
            return ""

    def named_in(self, *texts: str) -> "BookFiles":
        """The same without the images that none of the ``texts``, pages and styles, names.

        A style may name a file from its own folder, so the file's name alone counts.
        """
        images = {
            path: content
            for path, content in self.images.items()
            for name in (path.rpartition("/")[2],)
            if any(one in text for text in texts for one in {name, quote(name)})
        }
        return BookFiles(images, self.templates)
