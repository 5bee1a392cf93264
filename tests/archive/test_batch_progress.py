"""What a run says on the way."""

import io
import os
import signal
import threading

import pytest

from persiantools.archive.manifest import Counts
from persiantools.archive.progress import Progress, interruptible


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def said(stream: io.StringIO, share: float | None, seconds: list[float], counts: list[Counts]) -> str:
    clock = iter(seconds)
    shares = iter([0.0, *[share] * len(counts)] if share is not None else [None] * len(counts))
    progress = Progress(stream, lambda: next(shares), clock=lambda: next(clock))
    for seen in counts:
        progress.saw(seen)
    return stream.getvalue()


def test_a_log_gets_one_line_a_minute() -> None:
    counts = [Counts(100 * n, 100 * n) for n in range(5)]
    text = said(io.StringIO(), None, [0, 0, 30, 60, 90, 120], counts)
    assert text == "200 read  3 a second  0 failed\n400 read  3 a second  0 failed\n"


def test_a_screen_gets_a_bar_with_rate_failures_and_what_is_left() -> None:
    text = said(Screen(), 0.25, [0, 0, 10], [Counts(), Counts(1000, 900, 60, 40)])
    assert text == "\r██████░░░░░░░░░░░░░░░░░░   25%  1,000 read  100 a second  40 failed  30 s left"


def test_a_resumed_run_does_not_count_what_was_done_before() -> None:
    text = said(io.StringIO(), None, [0, 0, 100], [Counts(5000, 5000), Counts(5100, 5100)])
    assert "5,100 read  1 a second" in text


def test_the_bar_is_cleared() -> None:
    screen = Screen()
    clock = iter([0, 1])
    progress = Progress(screen, lambda: None, clock=lambda: next(clock))
    progress.saw(Counts(1, 1))
    progress.close()
    assert screen.getvalue().endswith("\r") and screen.getvalue().split("\r")[-2].isspace()


def test_the_first_interrupt_asks_and_the_second_stops(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(io.StringIO(), lambda: None)
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), interruptible(progress):  # noqa: PT012 - the second signal is the one
        os.kill(os.getpid(), signal.SIGINT)
        assert progress.wants_stop() and "Ctrl-C again" in capsys.readouterr().err
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_other_threads_leave_signals_alone() -> None:
    before = signal.getsignal(signal.SIGINT)
    seen: list[object] = []

    def other() -> None:
        with interruptible(Progress(io.StringIO(), lambda: None)):
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert seen == [before]
