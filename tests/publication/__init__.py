"""The publication in ``manuscript/``, if it lists its facts there."""

import tomllib
from typing import Any

from tests.shelf import HOUSE

LIST = HOUSE / "manuscript" / "facts.toml"

LISTED: dict[str, Any] = tomllib.loads(LIST.read_text("utf-8")) if LIST.is_file() else {}
PUBLICATIONS = [HOUSE] if LISTED else []
