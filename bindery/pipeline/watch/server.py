"""The page at a local address, with a random port and a random token in it."""

import asyncio
import json
import logging
import socket
from collections.abc import AsyncIterator
from secrets import token_urlsafe
from threading import Thread
from typing import Self

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from uvicorn import Config, Server

from bindery.manuscript.templates import DEFAULT
from bindery.pipeline.watch.browser_files import SUMMARY_FILE, File
from bindery.pipeline.watch.guard import DOCUMENT_POLICY, LOCAL, PAGE_POLICY, Guard
from bindery.pipeline.watch.page import DOCUMENTS, Wanted, page
from bindery.pipeline.watch.state import Board, State

_LASTING = {"Cache-Control": "private, max-age=31536000, immutable"}
_OF_ITS_OWN = ("tokens.css", "screen.css", "watch/watch.css")
_MOST_CONNECTIONS = 100
_PATIENCE = 1
"""Seconds that answers are waited for when the server ends."""

_BEAT = 20.0
"""Seconds between signs of life to a page that is told of changes."""


class Served:
    """What is answered at the addresses of the page. No address is a path on the disk."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self.app = Starlette(
            routes=[
                Route("/", self._page),
                Route("/watch.css", self._style),
                Route("/watch.js", self._script),
                Route("/events", self._events),
                Route(f"/{DOCUMENTS}/{{name:path}}", self._document),
                Route("/side/{number:int}/{page:int}.png", self._picture),
                Route("/pdf/{number:int}.pdf", self._pdf),
            ]
        )

    async def _page(self, request: Request) -> Response:
        wanted = Wanted.by(request.query_params)
        text = await run_in_threadpool(page, self._board.state, wanted)
        return _answer(text, "text/html", PAGE_POLICY)

    async def _style(self, _request: Request) -> Response:
        return _answer("\n".join(map(DEFAULT.text, _OF_ITS_OWN)), "text/css", PAGE_POLICY)

    async def _script(self, _request: Request) -> Response:
        return _answer(DEFAULT.text("watch/watch.js"), "text/javascript", PAGE_POLICY)

    async def _document(self, request: Request) -> Response:
        file = _file(self._board.state, request.path_params["name"])
        if file is None:
            raise HTTPException(404)
        more = _LASTING if file.lasting else {}
        return _answer(file.content, file.media_type, DOCUMENT_POLICY, more)

    async def _picture(self, request: Request) -> Response:
        pages, number = self._board.state.pages, request.path_params["page"]
        if pages is None or not 0 < number <= pages.count:
            raise HTTPException(404)
        return _answer(await run_in_threadpool(pages.picture, number), "image/png", PAGE_POLICY)

    async def _pdf(self, _request: Request) -> Response:
        pages = self._board.state.pages
        if pages is None:
            raise HTTPException(404)
        # A browser shows a PDF with a page of its own, which a policy would forbid.
        return _answer(pages.pdf, "application/pdf", "frame-ancestors 'none'")

    async def _events(self, _request: Request) -> Response:
        return StreamingResponse(_told(self._board), media_type="text/event-stream")


def _answer(
    content: str | bytes, media_type: str, policy: str, more: dict[str, str] | None = None
) -> Response:
    headers = {"Content-Security-Policy": policy, **(more or {})}
    return Response(content, media_type=media_type, headers=headers)


def _file(state: State, name: str) -> File | None:
    return state.summary if name == SUMMARY_FILE else state.files.get(name)


async def _told(board: Board) -> AsyncIterator[str]:
    """An event for each change; several that come at once are one."""
    loop, changed = asyncio.get_running_loop(), asyncio.Event()
    with board.told(lambda: loop.call_soon_threadsafe(changed.set)):
        while True:
            changed.clear()
            yield f"data: {json.dumps(_event(board.state))}\n\n"
            while not changed.is_set():
                try:
                    await asyncio.wait_for(changed.wait(), _BEAT)
                except TimeoutError:
                    yield ": still here\n\n"


def _event(state: State) -> dict[str, object]:
    change = state.change
    return {
        "version": state.version,
        "number": state.number,
        "show": change.document if change else "",
        "at": change.at if change else "",
    }


class LocalServer:
    """The server, in a thread of its own, while the context lasts."""

    def __init__(self, board: Board) -> None:
        self._socket = socket.create_server((LOCAL, 0))
        port = self._socket.getsockname()[1]
        guard = Guard(Served(board).app, port, token_urlsafe(32))
        self.address = guard.address
        # What somebody sends that is no request is no news for the author.
        logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
        self._server = Server(
            Config(
                guard,
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                limit_concurrency=_MOST_CONNECTIONS,
                timeout_graceful_shutdown=_PATIENCE,
            )
        )
        # In another thread it leaves signals to stop to the command.
        self._thread = Thread(target=self._server.run, args=([self._socket],), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()
