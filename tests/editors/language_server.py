"""A client of the YAML language server: what an editor asks, in the words of its protocol (LSP).

Comes in: the text of a file, places in it. Goes out: what an editor would offer, show and underline.
It speaks over standard input and output, and waits for each answer.
"""

import contextlib
import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

CAPABILITIES: dict[str, Any] = {
    "textDocument": {
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
        },
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True, "workspaceFolders": True},
}


class Editor:
    """One open project in an editor; files need not be on disk as they are typed."""

    def __init__(
        self, process: subprocess.Popen[bytes], server: Path, root: Path, settings: dict[str, Any]
    ) -> None:
        self._process, self._settings, self._asked = process, settings, 0
        self._seen: dict[str, list[dict[str, Any]]] = {}
        folder = {"uri": root.as_uri(), "name": "briefing"}
        start: dict[str, Any] = {
            "processId": None,
            "rootUri": root.as_uri(),
            "capabilities": CAPABILITIES,
        }
        # Where its messages are; an older node cannot tell it where it is itself.
        messages = {"l10nPath": str(server.parent.parent / "l10n")}
        start |= {"initializationOptions": messages, "workspaceFolders": [folder]}
        self._ask("initialize", start)
        self._send(method="initialized", params={})
        while self._receive().get("method") != "workspace/configuration":
            pass  # it asks for the settings once; what is opened later is read by them

    def diagnostics(self, *texts: tuple[Path, str]) -> list[list[dict[str, Any]]]:
        """What is underlined in each of several files with their texts.

        They are opened together, since the server takes its time before it looks at one. What it
        looked at while it still read the schemas has nothing underlined: that is opened again.
        """
        found = self._underlined(*texts)
        if again := [text for text, one in zip(texts, found, strict=True) if not one]:
            seen = iter(self._underlined(*again))
            found = [one or next(seen) for one in found]
        return found

    def _underlined(self, *texts: tuple[Path, str]) -> list[list[dict[str, Any]]]:
        opened = [self._open(file, text) for file, text in texts]
        for uri in opened:
            while uri not in self._seen:
                self._receive()
            self._close(uri)
        return [self._seen[uri] for uri in opened]

    def complete(self, file: Path, text: str) -> list[dict[str, Any]]:
        """What is offered where `|` stands."""
        answer = self._at_mark("textDocument/completion", file, text)
        return answer["items"] if isinstance(answer, dict) else answer or []

    def hover(self, file: Path, text: str) -> str:
        """What is shown of the word in which `|` stands."""
        answer = self._at_mark("textDocument/hover", file, text)
        return answer["contents"]["value"] if answer else ""

    def tell_changed(self, file: Path) -> None:
        """Says that a file was written, as editors do of those that they watch."""
        changes = [{"uri": file.as_uri(), "type": 2}]
        self._send(method="workspace/didChangeWatchedFiles", params={"changes": changes})

    def _at_mark(self, method: str, file: Path, text: str) -> Any:
        before, _, after = text.partition("|")
        uri = self._open(file, before + after)
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        answer = self._ask(method, {"textDocument": {"uri": uri}, "position": place})
        self._close(uri)
        return answer

    def _open(self, file: Path, text: str) -> str:
        """The address under which a text was opened: each of its own, as answers may come late."""
        self._asked += 1
        uri = file.with_name(f"{self._asked}-{file.name}").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        return uri

    def _close(self, uri: str) -> None:
        self._send(method="textDocument/didClose", params={"textDocument": {"uri": uri}})

    def _ask(self, method: str, params: object) -> Any:
        self._asked += 1
        self._send(id=self._asked, method=method, params=params)
        while True:
            said = self._receive()
            if said.get("id") == self._asked and "method" not in said:
                assert "error" not in said, said
                return said["result"]

    def _receive(self) -> dict[str, Any]:
        """The next message; what the server asks of an editor is answered."""
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the language server has ended"
        said: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if said.get("method") == "textDocument/publishDiagnostics":
            self._seen[said["params"]["uri"]] = said["params"]["diagnostics"]
        elif said.get("method") == "workspace/configuration":
            wanted: Sequence[dict[str, str]] = said["params"]["items"]
            found = [self._settings.get(one["section"]) for one in wanted]
            self._send(id=said["id"], result=found)
        elif "method" in said and "id" in said:
            self._send(id=said["id"], result=None)
        return said

    def _send(self, **message: object) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()


@contextlib.contextmanager
def opened(server: Path, root: Path, schemas: dict[str, str] | None = None) -> Iterator[Editor]:
    """A project in an editor that runs this server; `schemas` as settings name them."""
    yaml = {"validate": True, "completion": True, "hover": True, "schemas": schemas or {}}
    yaml |= {"schemaStore": {"enable": False}}
    command = ["node", str(server), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield Editor(process, server, root, {"yaml": yaml})
        finally:
            process.kill()
