"""Read what the author wrote: settings, chapters, images. Nothing is rendered here."""
