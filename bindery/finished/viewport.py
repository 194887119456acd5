"""What a page says of its window: whether its readers may enlarge it."""

_ENOUGH = 5.0
"""Up to this scale readers must be able to enlarge (axe, ``meta-viewport-large``)."""


def forbids_zoom(content: str) -> bool:
    """Whether ``<meta name="viewport" content="…">`` keeps readers from enlarging the page."""
    said = dict(_pairs(content))
    if said.get("user-scalable") in ("no", "0"):
        return True
    try:
        return float(said.get("maximum-scale", _ENOUGH)) < _ENOUGH
    except ValueError:
        return False


def _pairs(content: str) -> list[tuple[str, str]]:
    parts = (part.partition("=") for part in content.lower().replace(";", ",").split(","))
    return [(name.strip(), value.strip()) for name, _, value in parts]
