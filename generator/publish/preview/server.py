"""The preview's server: files of a folder, and a stream of what happens to them.

In: a port and a folder. Out: pages with a script that follows the stream. It answers this machine
alone: to a name that another host has given this address nothing is served.
"""

import json
import queue
import threading
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from generator.publish.preview.warm_site import Outcome
from generator.reading import UsageError

HOST = "127.0.0.1"
_OWN = "/-/preview"
_SCRIPT = f'<script src="{_OWN}.js" data-build="{{}}"></script>'
_NAMES = {HOST, "localhost"}
_MOST_PORT = 65535
_BREATH = 15
"""Seconds after which a silent stream says that it is alive."""

_Told = queue.SimpleQueue[dict[str, Any] | None]


class Server:
    """Serves a folder until it is left."""

    def __init__(self, port: int, folder: Path) -> None:
        """Takes the port, so that nobody else can.

        Raises:
            UsageError: the port is taken, is not this user's to take, or is none.
        """
        hint = "choose another one: briefing serve --port 8001, or 0 for any that is free"
        if not 0 <= port <= _MOST_PORT:
            raise UsageError(f"there is no port {port}; ports go from 1 to {_MOST_PORT}", hint)
        self._streams: dict[_Told, str] = {}
        self._last = Outcome()
        self.build = 0
        """How often pages have changed: an open page that knows another number is stale."""
        self._fetched = threading.Event()
        try:
            self._http = ThreadingHTTPServer((HOST, port), partial(_Handler, self, folder))
        except OSError as error:
            said = (error.strerror or str(error)).lower()
            raise UsageError(f"port {port} cannot be used: {said}", hint) from error
        self._http.daemon_threads = True

    @property
    def address(self) -> str:
        """Where the site is served."""
        return f"http://{HOST}:{self._http.server_address[1]}/"

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        for stream in tuple(self._streams):
            stream.put(None)
        self._http.shutdown()
        self._http.server_close()

    def viewed(self) -> Sequence[str]:
        """The pages that are open in a browser, by address below the root, each once."""
        return tuple(dict.fromkeys(tuple(self._streams.values())))

    def tell(self, outcome: Outcome) -> None:
        """Tells every open page; whoever comes later hears of the last whole build."""
        if outcome.is_last:
            self._last = outcome
        self.build += bool(outcome.pages)
        self._fetched.clear()
        for stream in tuple(self._streams):
            stream.put(outcome.as_event() | {"build": self.build})

    def wait_until_fetched(self, seconds: float) -> None:
        """Until a browser has a page since it was last told of one, or this long."""
        self._fetched.wait(seconds)

    def fetched(self) -> None:
        """A browser has got a page."""
        self._fetched.set()

    def listen(self, page: str) -> _Told:
        """A stream for one open page, which begins with how things stand."""
        stream: _Told = queue.SimpleQueue()
        self._streams[stream] = page
        stream.put(self._last.as_event() | {"pages": [], "build": self.build})
        return stream

    def leave(self, stream: _Told) -> None:
        """The page was closed."""
        self._streams.pop(stream, None)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, server: Server, folder: Path, *args: object) -> None:
        self._preview = server
        super().__init__(*args, directory=str(folder))  # type: ignore[arg-type] # as it was called

    def log_message(self, *_: object) -> None:
        """A preview has better things to say than which files were asked for."""

    def do_GET(self) -> None:
        """A file, the script, or the stream."""
        address = urlsplit(self.path)
        if (self.headers.get("Host") or "").rpartition(":")[0] not in _NAMES:
            self.send_error(HTTPStatus.FORBIDDEN, "only this machine is served")
        elif address.path == f"{_OWN}/events":
            self._stream(parse_qs(address.query).get("page", ["/"])[0])
        elif address.path == f"{_OWN}.js":
            script = files("generator.publish") / "assets" / "preview.js"
            self._send(script.read_bytes(), "text/javascript")
        elif (page := self._page(address.path)) is not None:
            self._send(page, "text/html")
            self._preview.fetched()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Nothing of a preview is kept by a browser."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _page(self, path: str) -> bytes | None:
        """A page with the script that follows; None for what is no page of the folder."""
        file = Path(self.translate_path(path))
        file = file / "index.html" if path.endswith("/") else file
        if file.suffix != ".html" or not file.is_file():
            return None
        html = file.read_bytes()
        before, end, after = html.rpartition(b"</body>")
        script = _SCRIPT.format(self._preview.build).encode()
        return before + script + end + after if end else html + script

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _stream(self, page: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.close_connection = True
        self.end_headers()
        stream = self._preview.listen(page)
        try:
            while True:
                try:
                    told = stream.get(timeout=_BREATH)
                except queue.Empty:
                    self.wfile.write(b":\n\n")
                    continue
                if told is None:
                    return
                self.wfile.write(f"data: {json.dumps(told)}\n\n".encode())
        except OSError:
            return  # the page was closed
        finally:
            self._preview.leave(stream)
