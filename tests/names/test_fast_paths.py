"""The fast ways of comparing words answer as the plain ones do, which are written out here."""

from hypothesis import given
from hypothesis import strategies as st

from persiantools.names.fold import PERSIAN_LETTERS
from persiantools.names.latin_form import read_form
from persiantools.names.skeleton import skeletons
from persiantools.names.tagger import features
from persiantools.names.transducer import (
    HOPELESS,
    LATIN_LETTERS,
    UNREACHABLE,
    Table,
    Target,
    Transducer,
    cheapest,
    transliteration,
)
from persiantools.names.units import LEAST, UnitIndex, unit_evidence
from persiantools.resources import load

STRAY, BEAM = 96, 144
persian = st.text(PERSIAN_LETTERS, min_size=1, max_size=7)
latin = st.text(LATIN_LETTERS, min_size=1, max_size=9)
like_names = st.sampled_from(
    [
        "massoud",
        "masood",
        "yaqoob",
        "ahmad",
        "xining",
        "george",
        "philips",
        "becker",
        "chang",
    ]
)
persian_names = st.sampled_from(["مسعود", "یعقوب", "احمد", "جورج", "فیلیپس", "ثریا", "چانگ", "عبدالله", "شیجینپینگ"])


def every_place(tables: list[Table], word: str, chance: list[int]) -> int:
    """The search through all places, in and out of the beam."""
    row = [0] + [UNREACHABLE] * len(word)
    for table in tables:
        new = [UNREACHABLE] * len(row)
        for start, so_far in enumerate(row):
            for end in range(start, min(start + 4, len(word)) + 1):
                if so_far < UNREACHABLE and word[start:end] in table:
                    new[end] = min(new[end], so_far + table[word[start:end]])
        for end in range(len(word)):
            new[end + 1] = min(new[end + 1], new[end] + STRAY)
        least = min(cost - over for cost, over in zip(new, chance, strict=False))
        limit = min(-HOPELESS, BEAM + least)
        if least > limit:
            return UNREACHABLE
        row = [cost if cost - over <= limit else UNREACHABLE for cost, over in zip(new, chance, strict=False)]
    return row[-1]


@given(persian | persian_names, latin | like_names)
def test_the_search_within_the_beam_is_the_search_through_all_places(source: str, target: str) -> None:
    known = transliteration()
    there, back = (
        Target(target, known.latin_letters),
        Target(source, known.persian_letters),
    )
    assert cheapest(known.persian(source), there) == every_place(known.persian(source), target, there.chance)
    assert cheapest(known.latin(target), back) == every_place(known.latin(target), source, back.chance)


def overlaid(stored: dict[str, Table], context: str, floor: Table) -> Table:
    """The costs of one context, one layer after the other."""
    classes = "".join(c if c in "^$" else "V" if c in "اآویهئ" else "C" for c in (context[0], context[2]))
    left, letter, right = tuple(context)
    halves = [
        left + letter + (right if right == "$" else "*"),
        (left if left == "^" else "*") + letter + right,
    ]
    table = dict(floor)
    for key in [
        classes[0] + letter + classes[1],
        *([context] if context in stored else halves),
    ]:
        if key in stored:
            for chunk in table.keys() - floor.keys():
                table[chunk] = max(table[chunk] + 32, 93)
            table |= stored[key]
    return table


def stored_tables(sections: dict[str, bytes]) -> dict[str, Table]:
    """All tables of the Persian letters, read plainly."""
    keys = sections["latin.contexts"].decode("utf-16-le")
    chunks = sections["latin.vocabulary"].decode().split("\n")
    ids, costs = sections["latin.chunks"], sections["latin.costs"]
    found, at = {}, 0
    for number, count in enumerate(sections["latin.counts"]):
        places = range(at, at + count)
        numbers = [int.from_bytes(ids[2 * n : 2 * n + 2], "little") for n in places]
        found[keys[3 * number : 3 * number + 3]] = {chunks[i]: costs[n] for i, n in zip(numbers, places, strict=True)}
        at += count
    return found


SECTIONS = load("transliteration")
STORED = stored_tables(SECTIONS)
FRESH = Transducer(SECTIONS, "latin", LATIN_LETTERS, "اآویهئ")


@given(persian | persian_names)
def test_the_tables_of_a_word_are_laid_over_each_other(word: str) -> None:
    floor = {"": 128, **dict.fromkeys(LATIN_LETTERS, 160)}
    padded = f"^{word}$"
    assert FRESH.tables(word) == [overlaid(STORED, padded[n : n + 3], floor) for n in range(len(word))]


CLASSES = {
    **dict.fromkeys("بپbp", "B"), **dict.fromkeys("فf", "F"), **dict.fromkeys("تطدtd", "T"),
    **dict.fromkeys("سصشزژجچظضذszj", "S"), **dict.fromkeys("کگقخغkqx", "K"), **dict.fromkeys("رr", "R"),
    **dict.fromkeys("لl", "L"), **dict.fromkeys("منmn", "N"), "ث": "ST", "c": "SK", "g": "SK",
}  # fmt: skip


@given(st.text("abcdghkpqsxz", max_size=12) | st.text("اثسمنرههو0é", max_size=12) | latin | persian)
def test_skeletons_are_read_letter_by_letter(word: str) -> None:
    found, last = [""], ""
    for letter in word.replace("ph", "f").replace("ck", "k"):
        if letter != last and letter in CLASSES:
            found = [start + reading for start in found for reading in CLASSES[letter]][:8]
        last = letter
    assert skeletons(word) == tuple(dict.fromkeys(found))


@given(st.lists(persian | persian_names | st.sampled_from(["جبهه", "سازمان", "جبههی"]), max_size=4),
       st.lists(latin | like_names | st.sampled_from(["front", "organization"]), max_size=8))  # fmt: skip
def test_the_index_finds_what_comparing_all_finds(keys: list[str], units: list[str]) -> None:
    index = UnitIndex([(unit,) for unit in units])
    for key in keys:
        every = [(unit, unit_evidence(key, unit)) for unit in sorted(set(units))]
        assert index.matches(key) == [(unit, evidence) for unit, evidence in every if evidence >= LEAST]


WORDS = st.sampled_from(["احمد", "مسعود", "،", "2022", "Kabul", "به", "رفت", "تهران", "ژق"])


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_a_word_is_seen_by_its_neighbours_as_it_sees_itself(words: list[str]) -> None:
    own = [features([word])[0][:-4] for word in words]  # the last four say that nothing stands beside it
    wanted = {1: ("c", "g", "C", "lp", "s2"), 2: ("c", "g")}
    for at, found in enumerate(features(words)):
        expected = list(own[at])
        for distance in (-2, -1, 1, 2):
            near = at + distance
            if not 0 <= near < len(words):
                expected.append(f"{distance}:^")
                continue
            expected += [f"{distance}:{own[near][0]}"] if abs(distance) == 1 else []
            expected += [f"{distance}:{f}" for f in own[near] if f.split("=")[0] in wanted[abs(distance)]]
        if 0 < at < len(words) - 1:
            sides = [next((f for f in own[n] if f.startswith("c=")), "") for n in (at - 1, at + 1)]
            expected.append("cc=" + "".join(sides))
        assert found == expected


def test_a_form_is_the_word_without_what_hangs_on_it() -> None:
    seen = {
        word: read_form(word)
        for word in (
            "Kabul's",
            "students",
            "U.S.",
            "Kabul.",
            "Dr.",
            "12",
            "al-Assad",
            "I",
        )
    }
    assert [form.text for form in seen.values()] == [
        "Kabul", "students", "U.S.", "Kabul", "Dr.", "12", "al-Assad", "I",
    ]  # fmt: skip
    assert [form.key for form in seen.values()] == [
        "kabul",
        "students",
        "u.s",
        "kabul",
        "dr",
        "12",
        "al-assad",
        "i",
    ]
    assert [word for word, form in seen.items() if form.possessive] == ["Kabul's"]
    assert [word for word, form in seen.items() if form.stopped] == ["Kabul."]
    assert "".join(form.strong for form in seen.values()) == "NONNTONO"
