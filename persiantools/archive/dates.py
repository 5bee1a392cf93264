"""Times of posts as ISO 8601 in UTC, from the ways in which archives write them."""

from datetime import UTC, datetime
from typing import Any

__all__ = ["utc"]

_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: f"{number:02}" for number, name in enumerate(_NAMES, 1)}
_MILLISECONDS_FROM = 100_000_000_000  # as seconds that would be the year 5138


def utc(value: Any) -> str:
    """``value`` (Twitter's own form, ISO 8601, seconds or milliseconds of Unix time) as ISO 8601 in UTC.

    A time without a zone is taken for UTC. ``""`` for what is no time.

    >>> utc("Wed Oct 10 20:19:24 +0000 2018"), utc("2021-03-01T03:30:00.000+03:30"), utc(1614556800000)
    ('2018-10-10T20:19:24Z', '2021-03-01T00:00:00Z', '2021-03-01T00:00:00Z')
    >>> utc("2017-08-19 15:13"), utc("yesterday")
    ('2017-08-19T15:13:00Z', '')
    """
    if isinstance(value, str):
        if len(value) == 30 and value[19:26] == " +0000 " and (month := _MONTHS.get(value[4:7])):
            return f"{value[26:]}-{month}-{value[8:10]}T{value[11:19]}Z"
        return _from_text(value.strip())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    return _written(value) if isinstance(value, datetime) else ""


def _from_text(text: str) -> str:
    if text.isascii() and text.isdigit():
        return _from_number(int(text)) if 8 < len(text) < 15 else ""
    try:
        return _written(datetime.fromisoformat(text))
    except ValueError:
        pass
    try:
        return _written(datetime.strptime(text, "%a %b %d %H:%M:%S %z %Y"))
    except ValueError:
        return ""


def _from_number(number: float) -> str:
    try:
        return _written(datetime.fromtimestamp(number / 1000 if abs(number) >= _MILLISECONDS_FROM else number, UTC))
    except (ValueError, OverflowError, OSError):
        return ""


def _written(moment: datetime) -> str:
    try:
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except OverflowError:
        return ""
    return moment.isoformat(timespec="seconds")[:19] + "Z"
