"""Arabic formulas that stand in Persian sentences: prayers, sayings, verses that are quoted whole.

Their words alone look Persian (محمد، آل، نور) or are too few to be told, so whole formulas are known by heart. A
formula of one word (ماشاءالله) has become Persian and is not listed.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from persiantools.splitter.features import arabic_word

__all__ = ["begins_formula", "begins_with_and", "end_of_formula", "loose", "opens_formula"]

_FORMULAS = """
بسم الله الرحمن الرحيم
بسم رب الشهداء والصديقين
أعوذ بالله من الشيطان الرجيم
ان شاء الله تعالى
إن شاء الله
ما شاء الله
الحمد لله رب العالمين
الحمد لله
والحمد لله رب العالمين
سبحان الله
سبحان الله وبحمده
سبحان ربي الأعلى وبحمده
سبحان ربي العظيم وبحمده
لا اله الا الله
لا إله إلا الله محمد رسول الله
لا حول ولا قوة إلا بالله
لا حول ولا قوة إلا بالله العلي العظيم
إنا لله وإنا إليه راجعون
حسبنا الله ونعم الوكيل
حسبي الله ونعم الوكيل
نعم المولى ونعم النصير
استغفر الله
استغفر الله ربي واتوب إليه
اللهم صل على محمد وآل محمد
اللهم صل على محمد وآل محمد وعجل فرجهم
اللهم صل على محمد وعلى آل محمد
وعجل فرجهم
اللهم عجل لوليك الفرج
اللهم كن لوليك الحجة بن الحسن
اللهم اغفر لنا
اللهم ارزقنا
اللهم آمين
آمين يا رب العالمين
صلى الله عليه وسلم
صلى الله عليه وآله
صلى الله عليه وآله وسلم
صلوات الله عليه
سلام الله عليه
سلام الله عليها
عليه السلام
عليها السلام
عليهم السلام
رضي الله عنه
رضي الله عنها
رضي الله عنهم
رحمة الله عليه
رحمه الله
رضوان الله عليه
رضوان الله تعالى عليه
قدس الله سره
كرم الله وجهه
عجل الله تعالى فرجه الشريف
عجل الله فرجه
سبحانه وتعالى
تبارك وتعالى
السلام عليكم
السلام عليكم ورحمة الله وبركاته
والسلام عليكم ورحمة الله وبركاته
وعليكم السلام
السلام عليك يا أبا عبد الله
السلام عليك يا أبا عبد الله الحسين
السلام على الحسين وعلى علي بن الحسين
لبيك يا حسين
لبيك اللهم لبيك
يا أيها الذين آمنوا
يا أرحم الراحمين
يا قاضي الحاجات
يا مقلب القلوب والأبصار
يا مدبر الليل والنهار
يا محول الحول والأحوال
حول حالنا إلى أحسن الحال
قل هو الله أحد
الله الصمد
لم يلد ولم يولد
إياك نعبد وإياك نستعين
اهدنا الصراط المستقيم
إنا أعطيناك الكوثر
إنا فتحنا لك فتحا مبينا
نصر من الله وفتح قريب
إذا جاء نصر الله والفتح
أمن يجيب المضطر إذا دعاه ويكشف السوء
وإن يكاد الذين كفروا
إن الله مع الصابرين
والله خير الحافظين
فالله خير حافظا وهو أرحم الراحمين
إن مع العسر يسرا
فإن مع العسر يسرا
إن أكرمكم عند الله أتقاكم
إنما المؤمنون إخوة
إنما الأعمال بالنيات
كل نفس ذائقة الموت
كل من عليها فان
ومن يتوكل على الله فهو حسبه
ومن يتق الله يجعل له مخرجا
وما توفيقي إلا بالله
ما رأيت إلا جميلا
هيهات منا الذلة
هل من ناصر ينصرني
كل يوم عاشوراء وكل أرض كربلاء
من كنت مولاه فهذا علي مولاه
علي ولي الله
فتبارك الله أحسن الخالقين
هذا من فضل ربي
رب اشرح لي صدري
ربنا آتنا في الدنيا حسنة
ربنا لا تزغ قلوبنا بعد إذ هديتنا
وجعلنا من بين أيديهم سدا
ولا تحسبن الذين قتلوا في سبيل الله أمواتا
واعتصموا بحبل الله جميعا
ولا تفرقوا
وأعدوا لهم ما استطعتم من قوة
أشداء على الكفار رحماء بينهم
العجل يا صاحب الزمان
يا صاحب الزمان
الغوث الغوث خلصنا من النار يا رب
توكلت على الله
أفوض أمري إلى الله
بارك الله فيك
جزاك الله خيرا
في أمان الله
العلم نور
من جد وجد
خير الأمور أوسطها
الصبر مفتاح الفرج
الجار ثم الدار
العاقل يكفيه الإشارة
حب الوطن من الإيمان
النظافة من الإيمان
اطلبوا العلم ولو بالصين
اطلبوا العلم من المهد إلى اللحد
الناس على دين ملوكهم
كما تدين تدان
كل شيء يرجع إلى أصله
البلاء للولاء
الدنيا مزرعة الآخرة
الحق يعلو ولا يعلى عليه
الأقرب فالأقرب
والله أعلم
والله أعلم بالصواب
ومن الله التوفيق
بالله التوفيق
إلى غير النهاية
إن الله على كل شيء قدير
وهو على كل شيء قدير
لا تقنطوا من رحمة الله
ألا بذكر الله تطمئن القلوب
ادعوني أستجب لكم
فاستقم كما أمرت
وبشر الصابرين
يد الله فوق أيديهم
ليس للإنسان إلا ما سعى
الملك يبقى مع الكفر ولا يبقى مع الظلم
أطيعوا الله وأطيعوا الرسول وأولي الأمر منكم
الرحمن علم القرآن
ن والقلم وما يسطرون
والعصر إن الإنسان لفي خسر
والعاقبة للمتقين
"""


_AND = "و"
_ZWNJ_INSIDE = re.compile("\u200c+[^\u200c]")
_ALIKE = str.maketrans("أإآٱةؤئيىك", "اااا\u0647ویییک", "ء\u0640")


def loose(word: str) -> str:
    """A word with the spellings made alike that Persian keyboards mix: أ إ آ ٱ as ا, ة as ه, ؤ as و, ئ as ی. A word
    with a ZWNJ inside is of no formula: it is nothing here.

    >>> loose("إنّا"), loose("رحمة")
    ('انا', 'رحمه')
    """
    if word.isalpha():
        return word.translate(_ALIKE)
    return "" if _ZWNJ_INSIDE.search(word) else arabic_word(word).translate(_ALIKE)


_START = 4
"""So many letters tell apart what begins a formula."""


@cache
def _starts() -> frozenset[str]:
    """The first letters of all formulas."""
    return frozenset(letters[:_START] for same in _formulas()[0].values() for letters in same)


def begins_formula(word: str, following: str) -> bool:
    """Whether a formula may begin with ``word`` (as `loose` gives it) and the word ``following`` it, by their first
    letters; few letters tell nothing.

    >>> begins_formula("من", "كنت"), begins_formula("من", "کتاب")
    (True, False)
    """
    letters = word if len(word) >= _START else word + loose(following)
    return len(letters) < _START or letters[:_START] in _starts()


@cache
def _formulas() -> tuple[dict[str, list[str]], frozenset[str]]:
    """The formulas without spaces, by their first two letters, longest first; one that begins with و stands without
    it too. And the words that one begins with.
    """
    found: dict[str, set[str]] = defaultdict(set)
    heads: set[str] = set()
    for line in _FORMULAS.strip().split("\n"):
        words = [loose(word) for word in line.split()]
        letters = "".join(words)
        heads.update((words[0], words[0].removeprefix(_AND) or words[1]))
        for form in (letters, letters.removeprefix(_AND)):
            found[form[:2]].add(form)
    return {head: sorted(same, key=len, reverse=True) for head, same in found.items()}, frozenset(heads)


def opens_formula(word: str) -> bool:
    """Whether a formula may begin with ``word`` (as `loose` gives it).

    >>> opens_formula("اللهم"), opens_formula("کتاب")
    (True, False)
    """
    return word in _formulas()[1]


def end_of_formula(words: Sequence[str], at: int) -> int:
    """Where the longest formula ends that begins with word ``at`` of ``words`` (as `loose` gives them); ``at`` where
    none does. How a formula is parted into words is free (و آل and وآل), but it has two words at least.

    >>> end_of_formula([loose(word) for word in "گفت اللهم صل علی محمد و آل محمد و رفت".split()], 1)
    8
    """
    for letters in _formulas()[0].get("".join(words[at : at + 2])[:2], ()):
        end, read = at, 0
        while end < len(words) and read < len(letters) and words[end] and letters.startswith(words[end], read):
            read += len(words[end])
            end += 1
        if read == len(letters) and end > at + 1:
            return end
    return at


def begins_with_and(words: Sequence[str], at: int, end: int) -> bool:
    """Whether the formula ``words[at:end]`` is one that begins with و, and the word before it is that و."""
    letters = _AND + "".join(words[at:end])
    return at > 0 and words[at - 1] == _AND and letters in _formulas()[0].get(letters[:2], ())
