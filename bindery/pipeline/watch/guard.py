"""Who may read the page: those who know its address, and no other site in the same browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from secrets import compare_digest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = "127.0.0.1"

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
"""For the page itself: its own script and style, and nothing from outside."""

DOCUMENT_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
    " sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox"
)
"""For a document of the publication in it: its styles and pictures, no script, nothing outside."""

_ALWAYS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets only requests through to ``app`` that come from the page, or from its reader.

    The address has to name this machine by its number: a name can be made to lead here by its owner
    (DNS rebinding). Another site's page is told by ``Origin`` and ``Sec-Fetch-Site``, and does not
    know the ``token``.
    """

    app: "ASGIApp"
    port: int
    token: str

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{LOCAL}:{self.port}/{self.token}/"

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        if status := self._refused(scope):
            headers = [(b"content-type", b"text/plain; charset=utf-8"), *_encoded()]
            await send({"type": "http.response.start", "status": status, "headers": headers})
            await send({"type": "http.response.body", "body": b"Not for you.\n"})
            return

        async def answer(message: "Message") -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                extra = [one for one in _encoded() if one[0] not in given]
                message = {**message, "headers": [*message["headers"], *extra]}
            await send(message)

        begin = f"/{self.token}"
        path = scope["path"].removeprefix(begin)
        await self.app({**scope, "path": path, "raw_path": path.encode()}, receive, answer)

    def _refused(self, scope: "Scope") -> int:
        """The status of a refusal, or 0."""
        own = f"{LOCAL}:{self.port}"
        headers = scope["headers"]
        if _values(headers, b"host") != [own]:
            return 421
        if any(origin != f"http://{own}" for origin in _values(headers, b"origin")):
            return 403
        if any(s not in ("same-origin", "none") for s in _values(headers, b"sec-fetch-site")):
            return 403
        parts = scope["path"].split("/", 2)
        if len(parts) < 3 or not compare_digest(parts[1].encode(), self.token.encode()):
            return 404
        return 0


def _values(headers: list[tuple[bytes, bytes]], name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in headers if key.lower() == name]


def _encoded() -> Iterator[tuple[bytes, bytes]]:
    for name, value in _ALWAYS.items():
        yield name.lower().encode(), value.encode()
