"""English names as chains of words: which neighbours make one name, and where a title or a demonym is cut off."""

from collections.abc import Iterable

from persiantools.names.capitals import ReadLine, class_line, known_names, read_line
from persiantools.names.latin_form import is_common, is_head
from persiantools.names.lexicon import english, word_set
from persiantools.names.words import latin_lines
from persiantools.spans import Span

__all__ = ["english_names"]

_CLOSE = frozenset((" ", "\u00a0", "-", "–"))
_MOST_PARTICLES = 3
_LONGEST = 12  # words of one name: a chain of capitals without end is a list or a headline
_PLACE_ADJECTIVES = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "new",
        "great",
        "central",
        "saint",
    ]
)

_IRREGULAR_PLURALS = frozenset(("women", "men", "children", "people"))
_LANDFORMS = frozenset(("peninsula", "archipelago", "desert", "plateau"))

Range = tuple[int, int]


def english_names(text: str, spans: Iterable[Span]) -> list[Range]:
    """Offsets of the names in the Latin-script spans of ``text``, in order.

    >>> text = "Mr Karzai told Afghanistan's Taliban on Sunday that he is a Pashtun."
    >>> [text[a:b] for a, b in english_names(text, [Span(0, len(text), "en")])]
    ['Karzai', 'Afghanistan', 'Taliban']
    """
    lines = [read_line(line) for line in latin_lines(text, spans)]
    known = known_names(lines) | word_set("latin.joined")
    found = []
    for read in lines:
        line = read.line
        found += [
            (line.starts[part[0]], line.end(part[-1])) for part in _Line(read, class_line(read, known), known).names()
        ]
    return found


class _Line:
    """The words of one line and their classes (see `latin_form`)."""

    def __init__(self, read: ReadLine, classes: str, known: frozenset[str]) -> None:
        self._line, self._words, self._gaps = read.line, read.line.forms, read.line.gaps
        self._classes, self._headline, self._known = classes, read.headline, known

    def names(self) -> list[list[int]]:
        """The names of the line, each as the numbers of its words."""
        found, at = [], 0
        while at < len(self._words):
            if self._classes[at] not in "NDTC":
                at += 1
                continue
            chain = self._chain(at)
            for part in self._without_titles(chain):
                found += self._trimmed(part)
            at = chain[-1] + 1
        return found

    def _chain(self, at: int) -> list[int]:
        """The words from ``at`` on that may belong to one name."""
        chain = [at]
        while len(chain) < _LONGEST:
            more = self._next(chain)
            if not more:
                break
            chain += more
        return chain

    def _next(self, chain: list[int]) -> list[int]:
        """The next words of the chain: a capital, or particles or a joiner with the capital after them."""
        last = chain[-1]
        after = last + 1
        if after >= len(self._words) or self._parted(last, after):
            return []
        kind = self._classes[after]
        if kind in "NDTC":
            return [after]
        if kind == "p":
            return self._over_particles(last, after)
        if kind == "J" and self._words[after].key != "the":
            return self._over_joiner(chain, after)
        return []

    def _parted(self, last: int, after: int) -> bool:
        """Whether something stands between two neighbours that no name goes across."""
        word, follower = self._words[last], self._words[after]
        gap = self._gaps[after]
        if after in self._line.opening:
            return True
        if self._line.is_possessive(last):
            plural = word.key.endswith("s") or word.key in _IRREGULAR_PLURALS
            plural = plural and is_common(word.key) and self._classes[last] in "NC"
            if not (plural and follower.capital and is_common(follower.key)):
                return True
            return gap.lstrip("'’") not in _CLOSE
        if gap == " & ":
            return not (word.capital and follower.capital)
        return gap not in _CLOSE

    def _are_close(self, first: int, last: int) -> bool:
        """Whether nothing but a space or a hyphen stands before each of the words ``first`` to ``last``."""
        return all(gap in _CLOSE for gap in self._gaps[first : last + 1])

    def _over_particles(self, last: int, after: int) -> list[int]:
        end = after
        while end < len(self._words) and self._classes[end] == "p" and end - after < _MOST_PARTICLES:
            end += 1
        names = end < len(self._words) and self._classes[end] == "N" and not is_common(self._words[last].key)
        near = names and self._are_close(after, end)
        return list(range(after, end + 1)) if near else []

    def _over_joiner(self, chain: list[int], after: int) -> list[int]:
        """ "University *of* Hamburg", "Centers *for* Disease Control", but not "Golmohammadi of Persepolis"."""
        last, joiner = chain[-1], self._words[after].key
        key, kind = self._words[last].key, self._classes[last]
        end = after + 1
        if end < len(self._words) and self._words[end].key == "the":
            end += 1
        if end >= len(self._words) or self._classes[end] not in "ND" or end in self._line.opening:
            return []
        if not self._are_close(after, end):
            return []
        if joiner == "and" and f"{key} and {self._words[end].key}" in self._known:
            return list(range(after, end + 1))  # "Sistan and Baluchestan"
        plain = is_common(key) or is_head(key) or key in word_set("english.frequent")
        if kind in "T" or key in english("demonym") or not plain:
            return []
        if kind == "C" and not is_head(key):
            return []
        heads = any(is_head(self._words[n].key) or self._words[n].key == "of" for n in chain)
        if joiner == "of":
            return list(range(after, end + 1))
        if joiner == "for":
            return list(range(after, end + 1)) if is_head(key) and is_common(self._words[end].key) else []
        return list(range(after, end + 1)) if heads and is_common(self._words[end].key) else []

    def _without_titles(self, chain: list[int]) -> list[list[int]]:
        """The chain parted at its titles: "Interior Minister Sirajuddin Haqqani" → "Sirajuddin Haqqani"."""
        parts: list[list[int]] = [[]]
        for place, number in enumerate(chain):
            key = self._words[number].key
            if self._classes[number] != "T":
                if key in ("of", "for", "the", "and") and not parts[-1]:
                    continue
                parts[-1].append(number)
            elif self._is_part(chain, place):
                parts[-1].append(number)
            elif key in english("kept title") and self._kind_after(chain, place) == "N":
                parts.append([number])
            elif not self._is_modifier(chain, place):
                parts.append([])
        return [part for part in parts if part]

    def _kind_after(self, chain: list[int], place: int) -> str:
        return self._classes[chain[place + 1]] if place + 1 < len(chain) else ""

    def _is_part(self, chain: list[int], place: int) -> bool:
        """Whether a title word belongs to the name of an institution: "Justice Department"."""
        if place + 1 < len(chain) and is_head(self._words[chain[place + 1]].key):
            return True
        if self._words[chain[place]].key not in english("modifier"):
            return False
        after = self._after_modifiers(chain, place)
        if after < len(chain):
            return self._classes[chain[after]] != "T"
        return any(self._classes[number] != "T" for number in chain)

    def _is_modifier(self, chain: list[int], place: int) -> bool:
        """Whether a word only says which title follows: "*Prime* Minister"; it goes with the title."""
        return self._words[chain[place]].key in english("modifier") and self._after_modifiers(chain, place) < len(
            chain
        )

    def _after_modifiers(self, chain: list[int], place: int) -> int:
        place += 1
        while place < len(chain) and self._classes[chain[place]] == "T":
            if self._words[chain[place]].key not in english("modifier"):
                break
            place += 1
        return place

    def _trimmed(self, part: list[int]) -> list[list[int]]:
        """``part`` without joiners at its ends, and without the first word of a sentence that is no name."""
        while part and self._classes[part[0]] in "JO":
            part = part[1:]
        while part and self._classes[part[-1]] in "JOp":
            part = part[:-1]
        if part and self._classes[part[0]] == "C" and not self._headline:
            part = self._after_opener(part)
        if not part:
            return []
        pieces = self._pieces(part) if self._headline else [part]
        return [name for piece in pieces if (name := self._without_demonym(piece))]

    def _after_opener(self, part: list[int]) -> list[int]:
        rest = part[1:]
        plain = any(
            is_head(self._words[n].key) or is_common(self._words[n].key) for n in rest if self._classes[n] in "NCT"
        )
        first = self._words[part[0]].key
        if rest and (plain or first in word_set("latin.names") or first in _PLACE_ADJECTIVES):
            return part
        while rest and self._classes[rest[0]] in "JOp":
            rest = rest[1:]
        return rest

    def _pieces(self, part: list[int]) -> list[list[int]]:
        """In a headline only words that are not plain ones make names."""
        pieces: list[list[int]] = [[]]
        for number in part:
            if self._classes[number] in "NTD" or (pieces[-1] and is_head(self._words[number].key)):
                pieces[-1].append(number)
            else:
                pieces.append([])
        return [piece for piece in pieces if piece]

    def _without_demonym(self, part: list[int]) -> list[int]:
        """ "Uzbek commander" and "British Theresa May" lose the people, "Afghan International News" keeps it."""
        keys = [self._words[n].key for n in part]
        if all(self._classes[n] in "DTJpOM" for n in part):
            return self._with_plain_head(part)
        if self._classes[part[-1]] == "D" and all(key in _PLACE_ADJECTIVES for key in keys[:-1]):
            return []  # "North Korean"
        start, end = 0, len(part)
        if end == 2 and keys[0] in word_set("latin.names"):
            return part  # "Christian Schertz", "Roman Polanski"
        while self._classes[part[start]] == "D":
            start += 1
        if any(is_head(key) or is_common(key) for key in keys[start:]):
            start = 0
        while self._classes[part[end - 1]] == "D" and not any(is_head(key) for key in keys):
            end -= 1
        return part[start:end]

    def _with_plain_head(self, part: list[int]) -> list[int]:
        """ "Korean peninsula": a people alone is no name, with a landform it is one."""
        after = part[-1] + 1
        landform = after < len(self._words) and self._words[after].key in _LANDFORMS
        if landform and self._classes[part[-1]] == "D" and self._gaps[after] == " ":
            return [part[-1], after]
        return []
