"""A publication's own look: its colours as style sheets, its typefaces as they are found."""
