"""Defects of links."""

from tests.seeded.in_books.defect import InBook

WHERE, AGREES = "link-text-says-where", "link-text-agrees-with-its-target"
OPENS, SAFE, ONE = "link-says-what-opens", "link-is-safe", "link-text-has-one-target"

DATA = "[sidene om åpne data](https://vika.example/data)"
GARDEN = "[sidene til hagelaget](https://hagelaget.example/eple)"
REPORT = "[our annual report](https://millstreet.example/report)"
MONEY = "[kapittelet om pengene](05-pengene.md)"

LINKS = (
    InBook("“PDF” for a link", "nb", 1, DATA, "[PDF](https://vika.example/data)", WHERE),
    InBook("A number for a link", "nb", 1, DATA, "[1](https://vika.example/data)", WHERE),
    InBook("“E-post” for a link", "nb", 8, "<post@vika.example>",
           "[e-post](mailto:post@vika.example)", WHERE),
    InBook("“This page” for a link, in nynorsk", "nn", 3, GARDEN,
           "[denne sida](https://hagelaget.example/eple)", WHERE),
    InBook("“Website” for a link", "en", 3, REPORT,
           "[Website](https://millstreet.example/report)", WHERE),
    InBook("“Email” for a link", "en", 3, "<hello@millstreet.example>",
           "[email](mailto:hello@millstreet.example)", WHERE),
    InBook("Another site than the words say", "nb", 1, DATA,
           "[data.vika.example](https://tall.example/data)", AGREES),
    InBook("Another address than the words say", "nb", 8, "<post@vika.example>",
           "[post@vika.example](mailto:pust@vika.example)", AGREES),
    InBook("Another number than the words say", "nb", 8, "tel:+4777000017", "tel:+4777000071",
           AGREES),
    InBook("Another site than the words say, in English", "en", 3, REPORT,
           "[www.millstreet.example](https://millpond.example/)", AGREES),
    InBook("Another address than the words say, in nynorsk", "nn", 3, "<post@fjora.example>",
           "[post@fjora.example](mailto:post@fjord.example)", AGREES),
    InBook("Another year than the address says", "nb", 5,
           "[sidene om kommunens økonomi](https://vika.example/regnskap)",
           "[regnskapet for 2025](https://vika.example/regnskap-2024)", AGREES),
    InBook("The words of one chapter that lead to another", "nb", 1, MONEY,
           "[kapittelet om pengene](04-vannet.md)", AGREES),
    InBook("The title of one chapter that leads to another", "nb", 1, MONEY,
           "[Gjestene](05-pengene.md)", AGREES),
    InBook("The words of one chapter that lead to another, in nynorsk", "nn", 1,
           "[kapittelet om året](02-aaret.md)", "[kapittelet om året](03-haustinga.md)", AGREES),
    InBook("An address with one slash", "nb", 1, DATA,
           "[sidene om åpne data](https:/vika.example/data)", SAFE),
    InBook("An address with one slash, in English", "en", 2,
           "(https://millstreet.example/join)", "(https:/millstreet.example/join)", SAFE),
    InBook("A PDF that is not told of", "nb", 1, DATA,
           "[sidene om åpne data](https://vika.example/data.pdf)", OPENS),
    InBook("A spreadsheet that is not told of", "nb", 5, "(https://vika.example/regnskap)",
           "(https://vika.example/regnskap.xlsx)", OPENS),
    InBook("A video that is not told of", "nn", 3, GARDEN,
           "[sidene til hagelaget](https://www.youtube.com/watch?v=abc)", OPENS),
    InBook("A document that is not told of", "en", 3, REPORT,
           "[our annual report](https://millstreet.example/report.docx)", OPENS),
    InBook("One text with two targets in two chapters", "nb", 4,
           "Det sparer huden og nesen til gjestene,",
           "Les [sidene om åpne data](https://vika.example/vann). Det sparer huden og nesen,", ONE),
    InBook("One text with two targets in two chapters, in English", "en", 3, REPORT,
           "[how to become a member](https://millstreet.example/members)", ONE),
)  # fmt: skip
