"""Candidates without comparing everything: names that share a rough consonant skeleton, or a translation."""

from collections.abc import Iterable, Sequence

from persiantools.names.fold import latin_words, persian_words
from persiantools.names.skeleton import skeletons
from persiantools.names.vocabulary import exonyms, generics, is_light, letter_names, nicknames, without_title

__all__ = ["CandidateIndex", "english_keys", "persian_keys", "skeletons"]

_LONGEST_KEY = 3


def _word_keys(word: str) -> set[str]:
    if word.isdigit():
        return {f"={word}"}
    keys = set()
    for skeleton in skeletons(word):
        for length in range(1, _LONGEST_KEY + 1):
            if len(skeleton) >= length or length == 1:
                keys.add(f"{skeleton[:length]}{'' if len(skeleton) > length else '$'}")
                keys.add(skeleton[:length])
    return keys


def english_keys(name: str) -> set[str]:
    """Keys under which an English name is found."""
    _, words = without_title(latin_words(name), latin=True)
    keys = {f"={word}" for word in words} | {f"={' '.join(words)}"}
    for word in words:
        if not is_light(word, latin=True):
            for form in (word, *sorted(nicknames().get(word, ()))):
                keys |= _word_keys(form)
    return keys | _word_keys("".join(words))


def persian_keys(name: str) -> set[str]:
    """Keys under which a Persian name looks for English ones."""
    _, words = without_title(persian_words(name), latin=False)
    keys: set[str] = set()
    for word in words:
        if not is_light(word, latin=False):
            keys |= _word_keys(word)
    for start in range(len(words)):
        for end in range(start + 1, min(start + 5, len(words)) + 1):
            phrase = " ".join(words[start:end])
            for english in (*exonyms().get(phrase, ()), *generics().get(phrase, ())):
                keys |= {f"={word}" for word in english.split()}
    letters = [letter_names().get(word, "")[:1] for word in words]
    if all(letters):
        keys.add("=" + "".join(letters))
    return keys | _word_keys("".join(words))


class CandidateIndex:
    """English names, found by what they may share with a Persian one.

    >>> index = CandidateIndex(["Ahmad Massoud", "Tehran", "Germany"])
    >>> index.candidates("آلمان")[0], index.candidates("مسعود")[0]
    (2, 0)
    """

    def __init__(self, english: Iterable[str]) -> None:
        """Index the names; their numbers are their places in ``english``."""
        self._places: dict[str, list[int]] = {}
        for number, name in enumerate(english):
            for key in english_keys(name):
                self._places.setdefault(key, []).append(number)

    def candidates(self, persian: str, limit: int = 40) -> Sequence[int]:
        """Numbers of at most ``limit`` English names, those that share the rarest keys first."""
        shared: dict[int, int] = {}
        for key in persian_keys(persian):
            places = self._places.get(key, ())
            for place in places:
                shared[place] = shared.get(place, 0) + (1 << 16) // len(places)
        return sorted(shared, key=lambda place: (-shared[place], place))[:limit]
