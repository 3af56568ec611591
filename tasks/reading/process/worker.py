"""The inside of a reader process: reads one file after another, under limits, until its input ends.

Both directions carry frames: eight bytes of length, then JSON. Nothing but JSON comes back, so that a file which
takes the process over gains no way into the one that asked.
"""

import contextlib
import json
import os
import signal
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import IO, Final

from tasks.model.blocks import Document
from tasks.model.meeting import Source
from tasks.model.problem import Code, problem
from tasks.reading.storage.encoding import to_json

try:
    import resource
except ImportError:  # Windows has no such limits; the caller's limit of time holds there as well
    resource = None  # type: ignore[assignment]

_LENGTH: Final = struct.Struct(">Q")


def send(pipe: IO[bytes], words: str) -> None:
    """Writes one frame."""
    data = words.encode("ascii")
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> str | None:
    """Reads one frame; None if the other side is gone."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    return data.decode("ascii") if len(data) == length else None


def main(memory: int, cpu_seconds: int) -> None:
    """Serves until the input ends. `memory` limits the address space in bytes, `cpu_seconds` each file."""
    # Whatever a library prints must not get between the frames.
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    signal.signal(signal.SIGTERM, _leave)
    _limit_memory(memory)
    from tasks.reading.read import read_file

    while (request := receive(sys.stdin.buffer)) is not None:
        path, *rest = json.loads(request)
        _limit_cpu(cpu_seconds)
        _answer(output, Source(Path(path), *rest), read_file)


def _answer(output: IO[bytes], source: Source, read: Callable[[Source], Document]) -> None:
    """Sends the document of a source, or that there is no room for it beside what is to be sent."""
    with contextlib.suppress(MemoryError):
        send(output, to_json(read(source)))
        return
    refused = problem(Code.FILE_REFUSED, source.file, cause="@reading.too-large")
    send(output, to_json(Document(source.file, "unknown", (), (refused,))))


def _leave(number: int, frame: FrameType | None) -> None:
    """Leaves by an exception, so that on the way out programs started for a file end and their folders go."""
    raise SystemExit(1)


def _limit_memory(limit: int) -> None:
    if resource is not None:
        # macOS refuses limits of the address space.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _limit_cpu(seconds: int) -> None:
    """Grants so many seconds more than used so far; beyond them the system ends the process."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        soft = int(used.ru_utime + used.ru_stime) + seconds + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))
