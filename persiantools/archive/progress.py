"""What a long run says on the way, and how it is asked to stop."""

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from persiantools.archive.manifest import Counts

__all__ = ["Progress", "interruptible"]

_BAR = 24
_EVERY_SCREEN = 0.2
_EVERY_LINE = 60.0


class Progress:
    """A bar on a terminal, elsewhere one line a minute; it remembers that somebody pressed Ctrl-C.

    ``share`` says how much of the input has been read, in [0, 1], or None when nobody knows; ``clock`` counts
    seconds.
    """

    def __init__(
        self, stream: TextIO, share: Callable[[], float | None], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Write to ``stream``, from now on."""
        self._stream, self._share, self._clock = stream, share, clock
        self._screen = stream.isatty()
        self._began = self._said = clock()
        self._start: tuple[int, float] | None = None
        self._shown = 0
        self.stopping = False

    def saw(self, counts: Counts) -> None:
        """Say so, if it is time."""
        now, share = self._clock(), self._share()
        if self._start is None:
            self._start = counts.read, share or 0.0
        if now - self._said >= (_EVERY_SCREEN if self._screen else _EVERY_LINE):
            self._said = now
            self._say(self._line(counts, share, now - self._began))

    def wants_stop(self) -> bool:
        """Whether somebody pressed Ctrl-C."""
        return self.stopping

    def close(self) -> None:
        """Clear the bar."""
        if self._shown:
            self._stream.write("\r" + " " * self._shown + "\r")
            self._stream.flush()
            self._shown = 0

    def _line(self, counts: Counts, share: float | None, seconds: float) -> str:
        read, first = self._start or (0, 0.0)
        rate = (counts.read - read) / seconds if seconds > 0 else 0.0
        parts = [f"{counts.read:,} read", f"{rate:,.0f} a second", f"{counts.failed:,} failed"]
        if share is not None:
            if share > first:
                parts.append(f"{_span(seconds * (1 - share) / (share - first))} left")
            parts.insert(0, f"{share:4.0%}")
            if self._screen:
                parts.insert(0, "█" * round(share * _BAR) + "░" * (_BAR - round(share * _BAR)))
        return "  ".join(parts)

    def _say(self, line: str) -> None:
        if self._screen:
            self._stream.write("\r" + line.ljust(self._shown))
            self._shown = len(line)
        else:
            self._stream.write(line + "\n")
        self._stream.flush()


def _span(seconds: float) -> str:
    """Seconds as people say them.

    >>> _span(59), _span(150), _span(7300)
    ('59 s', '2 min', '2 h 1 min')
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(int(seconds // 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


@contextmanager
def interruptible(progress: Progress) -> Iterator[None]:
    """Within it, Ctrl-C asks for a stop at the end of the shard, and a second one stops at once.

    Only the main thread hears signals; elsewhere nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def heard(*_: object) -> None:
        progress.stopping = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        print("\npersiantools: finishing this shard; Ctrl-C again stops at once", file=sys.stderr, flush=True)

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
