"""A line to an engine that breaks on command, also while it is in use.

"ok": bytes go through. "away": lines are cut and new ones refused. "silent": lines stay
up and nothing comes through, as when a machine freezes or a network drops packets.
"""

import asyncio
import threading
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from pathlib import Path


class Proxy:
    def __init__(self, target: Path) -> None:
        self.target, self.state, self.port = target, "ok", 0
        self._loop = asyncio.new_event_loop()
        self._lines: set[StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        started = threading.Event()
        threading.Thread(target=self._run, args=[started], daemon=True).start()
        started.wait()

    def become(self, state: str) -> None:
        self.state = state
        if state == "away":
            self._loop.call_soon_threadsafe(self._cut)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._cut)
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        starting = asyncio.start_server(self._connected, "127.0.0.1", 0)
        server = self._loop.run_until_complete(starting)
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        self._loop.run_forever()

    def _cut(self) -> None:
        for writer in list(self._lines):
            writer.transport.abort()

    async def _connected(self, reader: StreamReader, writer: StreamWriter) -> None:
        if self.state == "away":
            writer.transport.abort()
            return
        there = await asyncio.open_unix_connection(str(self.target))
        self._lines |= {writer, there[1]}
        await asyncio.gather(self._pump(reader, there[1]), self._pump(there[0], writer))
        self._lines -= {writer, there[1]}

    async def _pump(self, reader: StreamReader, writer: StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65_536):
                while self.state == "silent":
                    await asyncio.sleep(0.02)
                writer.write(data)
                await writer.drain()
        writer.close()
