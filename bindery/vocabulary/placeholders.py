"""What ``bindery new`` writes in ``publication.toml`` where nobody has said anything yet."""

PLACEHOLDERS: dict[str, dict[str, str]] = {
    "publisher": {
        "nb": "Utgiveren",
        "nn": "Utgjevaren",
        "en": "The publisher",
    },
    "accessibility-contact": {
        "nb": "fyll-ut@example.org",
        "nn": "fyll-ut@example.org",
        "en": "fill-in@example.org",
    },
    "description": {
        "nb": "En eller to setninger til kataloger og toppen av sammendraget.",
        "nn": "Ei eller to setningar til katalogar og toppen av samandraget.",
        "en": "A sentence or two for catalogues and the top of the summary.",
    },
}
"""By the key, then by the language. No publication is released with one of these."""


def placeholder(key: str, language: str) -> str:
    """What is written for ``key`` in a publication in ``language``: English if not Norwegian."""
    first = language.partition("-")[0].lower()
    written = PLACEHOLDERS[key]
    return written.get("nb" if first == "no" else first, written["en"])
