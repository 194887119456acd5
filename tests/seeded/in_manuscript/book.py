"""What stands in the clean book, where defects are sown."""

ONE = "manuscript/chapters/01-havna.md"
TWO = "manuscript/chapters/02-trafikken.md"
MAP = "manuscript/figures/kart.svg"
SETTINGS = "manuscript/publication.toml"
PHOTO = "![Skip ved kaia i morgenlys](../figures/kaia.png)"
CHART = "![Kart med to kaier innenfor en molo](../figures/kart.svg)"
REPORT = "[årsmeldingen fra Havnekontoret](https://havna.example/aarsmelding)"
CHAPTER = "[kapittelet om trafikken](02-trafikken.md#trafikk)"
FILM = '::: {.link-block kind=video href="https://havna.example/film"}'
SCOPE = "| Måned | Skip | Varer     |"
GUST = "måler bunnen."
QUAY = "Kaia koster 40 millioner kroner."
