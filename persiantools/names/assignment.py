"""Which Persian names and which English entities are the same: decided over the whole passage.

Equal Persian strings are one group. Groups take their entity in order of the evidence; an entity that is taken is given to a
second group only when that group can be another spelling or a short form of the first. Where two entities fit about equally,
a longer Persian name that was linked before decides, and without one nothing is linked.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from persiantools.names.decoding import Segment
from persiantools.names.entities import EnglishName
from persiantools.names.transducer import NATS
from persiantools.names.variants import are_variants
from persiantools.names.words import PersianWord

__all__ = ["Assigned", "assign"]

_TIE = 3 * NATS // 2
_SPELLING = 4 * NATS  # how much worse another spelling of the entity may fit


class Assigned(NamedTuple):
    """Segments and English groups of one entity, by number; ``english`` is empty when there is no link."""

    persian: list[int]
    english: list[int]
    evidence: int = 0
    """Log odds of the best of its pairs, in 1/16 nat."""


class _Fit(NamedTuple):
    score: int
    complete: bool
    entity: int


def assign(
    words: Sequence[PersianWord],
    segments: Sequence[Segment],
    entities: Sequence[Sequence[EnglishName]],
    entities_of: Mapping[int, Sequence[int]],
) -> list[Assigned]:
    """Group the ``segments`` and link the groups to ``entities``. ``entities_of`` says whose name a form is."""
    search = _Assignment(words, segments, entities)
    fits = [search.fits(group, entities_of) for group in range(len(search.groups))]
    for group in sorted(range(len(fits)), key=lambda g: (-fits[g][0].score, g) if fits[g] else (1, g)):
        search.choose(group, fits[group])
    return search.result()


class _Assignment:
    def __init__(
        self, words: Sequence[PersianWord], segments: Sequence[Segment], entities: Sequence[Sequence[EnglishName]]
    ) -> None:
        self._segments, self._entities = segments, entities
        self._keys = [tuple(word.key for word in words[s.start : s.end]) for s in segments]
        numbers: dict[str, int] = {}
        self.groups: list[list[int]] = []
        for number, keys in enumerate(self._keys):
            group = numbers.setdefault("".join(keys), len(numbers))
            if group == len(self.groups):
                self.groups.append([])
            self.groups[group].append(number)
        self._chosen: dict[int, list[int]] = {}
        self._holders: dict[int, list[int]] = {}
        self._complete: set[tuple[int, int]] = set()
        self._evidence: dict[int, int] = {}

    def fits(self, group: int, entities_of: Mapping[int, Sequence[int]]) -> list[_Fit]:
        """The entities that a group may be, best first."""
        best: dict[int, tuple[int, bool]] = {}
        for number in self.groups[group]:
            for form, (score, complete) in self._segments[number].forms.items():
                if score > 0:
                    for entity in entities_of[form]:
                        best[entity] = max(best.get(entity, (0, False)), (score, complete))
        self._complete |= {(group, entity) for entity, (_, complete) in best.items() if complete}
        return sorted((_Fit(score, complete, entity) for entity, (score, complete) in best.items()), key=_rank)

    def choose(self, group: int, fits: Sequence[_Fit]) -> None:
        """Link a group, or leave it unlinked when in doubt."""
        open_fits = [fit for fit in fits if self._is_free(group, fit)]
        if not open_fits:
            return
        first, *others = open_fits
        rivals = [fit for fit in others if first.score - fit.score < _TIE and not (fit.complete and first.complete)]
        entities = [first.entity]
        if rivals:
            decided = self._by_antecedent(group, {first.entity, *(fit.entity for fit in rivals)})
            if decided is None:
                return
            entities = [decided]
        elif first.complete:
            entities += [fit.entity for fit in others if self._is_spelling(first, fit)]
        self._chosen[group] = entities
        self._evidence[group] = first.score
        for entity in entities:
            self._holders.setdefault(entity, []).append(group)

    def _is_free(self, group: int, fit: _Fit) -> bool:
        """Whether nobody else is that entity already, or only another spelling or form of this group."""
        return all(
            (fit.complete and (holder, fit.entity) in self._complete) or self._contains(group, holder)
            for holder in self._holders.get(fit.entity, ())
        )

    def _contains(self, one: int, other: int) -> bool:
        """Whether the words of one group are among those of the other."""
        short, long = sorted((self._words(one), self._words(other)), key=len)
        return set(short) <= set(long) or "".join(short) in "".join(long)

    def _words(self, group: int) -> tuple[str, ...]:
        return self._keys[self.groups[group][0]]

    def _by_antecedent(self, group: int, entities: set[int]) -> int | None:
        """The entity of the nearest longer Persian name that contains this one, one before it rather than after."""
        short = self._words(group)
        near = []
        for entity in entities:
            for holder in self._holders.get(entity, ()):
                if len(self._words(holder)) > len(short) and set(short) <= set(self._words(holder)):
                    near += [
                        (there > here, abs(there - here), entity)
                        for here in (self._segments[n].start for n in self.groups[group])
                        for there in (self._segments[n].start for n in self.groups[holder])
                    ]
        return min(near)[2] if near else None

    def _is_spelling(self, first: _Fit, fit: _Fit) -> bool:
        """Whether another entity is a second spelling of the first: Ahmad Massoud, Ahmad Massaod."""
        if not fit.complete or first.score - fit.score >= _SPELLING:
            return False
        return any(
            are_variants(a.words[0], b.words[0]) and are_variants(a.words[-1], b.words[-1])
            for a in self._entities[first.entity]
            for b in self._entities[fit.entity]
        )

    def result(self) -> list[Assigned]:
        """Links, then the Persian names without one, each in order of first mention."""
        owners = self._joined_entities()
        groups: dict[int, list[int]] = {}
        for group, entities in self._chosen.items():
            groups.setdefault(owners[entities[0]], []).append(group)
        links = [
            Assigned(
                sorted(number for group in members for number in self.groups[group]),
                sorted(entity for entity in owners if owners[entity] == owner),
                max(self._evidence[group] for group in members),
            )
            for owner, members in groups.items()
        ]
        alone = [Assigned(numbers, []) for numbers in self._unlinked()]
        return sorted(links, key=lambda link: link.persian[0]) + alone

    def _joined_entities(self) -> dict[int, int]:
        """Each linked entity with the first of those that a Persian name joins it to."""
        owner: dict[int, int] = {}

        def root(entity: int) -> int:
            while owner.setdefault(entity, entity) != entity:
                entity = owner[entity]
            return entity

        for entities in self._chosen.values():
            for entity in entities:
                one, other = sorted((root(entity), root(entities[0])))
                owner[other] = one
        return {entity: root(entity) for entity in owner}

    def _unlinked(self) -> list[list[int]]:
        """Groups without a link; a word that a longer one of them ends with belongs to it."""
        rest = [group for group in range(len(self.groups)) if group not in self._chosen]
        owner: dict[str, int] = {}
        for group in rest:
            if len(self._words(group)) > 1:
                owner.setdefault(self._words(group)[-1], group)
        found: dict[int, list[int]] = {}
        for group in rest:
            words = self._words(group)
            found.setdefault(owner.get(words[0], group) if len(words) == 1 else group, []).extend(self.groups[group])
        return sorted(sorted(numbers) for numbers in found.values())


def _rank(fit: _Fit) -> tuple[int, bool, int]:
    return -fit.score, not fit.complete, fit.entity
