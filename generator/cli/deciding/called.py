"""How articles call things, declared while deciding: a word of a measure or unit, a name, a unit.

In: a question, what the proof says. Out: a word more in its list of the seeds. What is offered
is one key; that it names the thing, a person says.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from generator.cli.adding.choices import figure_in, mention_in, quoted_in, sentence_of
from generator.cli.adding.facts_yaml import quoted_text
from generator.cli.adding.units import INDICATORS
from generator.cli.deciding.asking import print_lines, read
from generator.cli.deciding.desk import Desk
from generator.cli.deciding.trial import Verdict, cures, try_fact
from generator.evidence import (
    Called,
    base_form,
    calls_of,
    is_of_measure,
    noun_of,
    words_to_add,
)
from generator.model import RATIO_UNITS, TIME_UNITS, Entity
from generator.reading import (
    Question,
    SeedFile,
    UsageError,
    kebab,
    load_bytes,
    with_indicator,
    with_listed,
)
from generator.text import shown

BRIEFING = "seeds/briefing.yaml"
_MONEY = re.compile(r"[A-Z]{3}")
_CHOOSE_FIRST = "choose an indicator first; then w adds a word of the sentence to it"
_COUNTS = re.compile(r"the quotation counts .*, and [\w-]+ is measured in ")
_ABOUT = {
    "en": "the article is about {}",
    "de": "der Artikel handelt von {}",
    "nl": "het artikel gaat over {}",
}
_COUNTED = {
    "en": "the sentence before counts {}",
    "de": "der Satz davor zählt {}",
    "nl": "de zin ervoor telt {}",
}
_NEAR = {
    "en": {
        "before": "the sentence before says “{}”",
        "own": "the sentence says “{}”",
        "yearless": "“{}” names no year; it is the last one before the article",
    },
    "de": {
        "before": "der Satz davor sagt „{}“",
        "own": "der Satz sagt „{}“",
        "yearless": "„{}“ nennt kein Jahr; gemeint ist das letzte vor dem Artikel",
    },
    "nl": {
        "before": "de zin ervoor zegt “{}”",
        "own": "de zin zegt “{}”",
        "yearless": "“{}” noemt geen jaar; het is de laatste vóór het artikel",
    },
}
"""Where the period is said."""
_PLURAL = re.compile(r"[^\W\d_][^\d/:]*")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST, _SAME, _MOST_TRIED = 60, 3, 5


def offer_word(
    verdict: Verdict, indicator: str, question: Question, desk: Desk, file: SeedFile
) -> None:
    """Says which word `w` would add, where that is all that the proof lacks of the measure."""
    desk.offered, desk.wanted = None, indicator
    finding = verdict.finding
    if finding is None or not indicator:
        return
    name = str(question.record.get("id"))
    words = words_to_add(finding)
    if not words and finding.severity == "review" and is_of_measure(finding):
        words = tuple(one.word for one in islice(calls(question, desk), _MOST_TRIED))
        tried = partial(cures, desk.root, file, name, desk.articles)
        words = tuple(islice(filter(tried, words), 1))
    elif words and not cures(desk.root, file, name, desk.articles, words[0]):
        return
    if words:
        desk.offered = (words[0], "indicators", indicator)
        print_lines(f"    w adds “{shown(words[0], _LONGEST)}” to the words of {indicator}")
    elif _COUNTS.search(finding.message) and (word := counted_in(question, desk)):
        unit, word = desk.seeds.indicators[indicator].units[0], base_form(word, desk.lang(question))
        if unit in desk.seeds.units:
            desk.offered = (word, "units", unit)
            print_lines(f"    w adds “{shown(word, _LONGEST)}” to the words of the unit {unit}")


def calls(question: Question, desk: Desk) -> Iterator[Called]:
    """What the sentence calls that which the figure is of; not whom the fact is about."""
    lang, units, entity = desk.lang(question), desk.seeds.units, _entity(question, desk)
    names = map(str.lower, _behind_names(entity, desk.text(question))) if entity else ()
    own = frozenset(names)
    if mention := mention_in(question.record, lang, units):
        found = calls_of(mention, quoted_in(question.record), lang, units)
        yield from (one for one in found if one.word.lower() not in own)


def add_word(line: str, question: Question, desk: Desk) -> tuple[str, str] | None:
    """What got the word, and its id: the one that was offered, or the one behind `w`."""
    typed, wanted = line[1:].strip(), desk.wanted
    if desk.offered is None and not (typed and wanted):
        to = f"w WORD adds a word of the sentence to {wanted}" if wanted else _CHOOSE_FIRST
        print_lines(f"  {to}")
        return None
    word, kind, name = desk.offered or (typed, "indicators", str(wanted))
    word = typed or word
    keys = (kind, name, "words", desk.lang(question).partition("-")[0])
    if not _is_declared(desk, INDICATORS, keys, (word,)):
        return None
    desk.offered = None
    return kind, name


def counted_in(question: Question, desk: Desk, unit: str = "") -> str:
    """The noun of the figure, as the sentence has it; the one like the unit, where one is."""
    units, lang = desk.seeds.units, desk.lang(question)
    noun = noun_in(question, desk)
    own = [noun] if noun else _WORD.findall(figure_in(question.record, lang, units))
    behind = _WORD.findall(sentence_of(question.record, lang, units).partition("]")[2])
    alike = [one for one in (*own, *behind) if unit and base_form(one, lang).lower() == unit]
    return str((alike or own[-1:] or behind or [""])[0])


def noun_in(question: Question, desk: Desk) -> str:
    """The noun right behind the figure, with what describes it passed over; else empty."""
    units, lang = desk.seeds.units, desk.lang(question)
    mention = mention_in(question.record, lang, units)
    return noun_of(mention, quoted_in(question.record), lang, units) if mention else ""


def unit_counted(question: Question, desk: Desk) -> tuple[str, str] | None:
    """The unit that the figure's noun would be, and its line; None where it has a unit or no noun.

    Only of a text in the language of the labels: another plural a person has to say.
    """
    lang, briefing = desk.lang(question), desk.seeds.briefing
    noun = "" if question.record.get("unit") else noun_in(question, desk)
    label = briefing.languages[0] if briefing else "en"
    word = base_form(noun, lang) if noun else ""
    code = kebab(word)
    if not code or lang.partition("-")[0] != label:
        return None
    return code, _unit_line(code, noun, word, label=label, lang=lang, one=word)


def _unit_line(code: str, other: str, word: str, *, label: str, lang: str, one: str) -> str:
    forms = f"{{{label}: {{one: {quoted_text(one)}, other: {quoted_text(other)}}}}}"
    return f"{code}: {{label: {forms}, words: {{{lang.partition('-')[0]}: [{quoted_text(word)}]}}}}"


def is_unit(code: str, desk: Desk) -> bool:
    """Whether a fact may be measured in it as things stand."""
    parts = code.split("/")
    known = {*desk.seeds.units, *TIME_UNITS, *RATIO_UNITS}
    return all(one in known or _MONEY.fullmatch(one) for one in parts)


def declare_parts(code: str, question: Question, desk: Desk) -> bool:
    """Whether all is declared now that a unit is made of: of `GBP/hectare` also the hectare."""
    lang = desk.lang(question)
    return all(
        is_unit(part, desk) or declare_unit(part, counted_in(question, desk, part), lang, desk)
        for part in code.split("/")
    )


def declare_unit(code: str, said: str, lang: str, desk: Desk) -> bool:
    """Whether the unit is declared now, with a noun of the sentence for its word."""
    if kebab(code) != code:
        print_lines(f"  {shown(code, _LONGEST)} is no unit: a-z, 0-9 and hyphens")
        return False
    said, briefing = said or code, desk.seeds.briefing
    label = briefing.languages[0] if briefing else "en"
    is_symbol = len(code) < _SAME or (said.lower() == code and not said.islower())  # `GWh`
    word = said if said.lower() == code else base_form(said, lang)
    one, plural = word if is_symbol else code, said if is_symbol or _is_alike(said, code) else code
    if plural == one or lang.partition("-")[0] != label:
        plural = f"{one}s" if label == "en" and plural == one and one[-1] != "s" else plural
        prompt = (
            f"  {code} is no unit yet, and “{shown(word, _LONGEST)}” is its word; its plural is"
        )
        plural = read(prompt, (), "x leaves it", None, plural)
    if plural == "x":
        return False
    if not _PLURAL.fullmatch(plural):
        print_lines(f"  {shown(plural, _LONGEST)} is no plural")
        return False
    line = _unit_line(code, plural, word, label=label, lang=lang, one=one)
    return is_written(INDICATORS, line, desk, partial(with_indicator, section="units"))


def _is_alike(said: str, code: str) -> bool:
    return said[:_SAME].lower() == code[:_SAME]


def is_written(path: str, line: str, desk: Desk, edited: Callable[..., str]) -> bool:
    """Whether the file has one declaration more now; else what is against it is told."""
    try:
        content = edited(path, load_bytes(desk.root, path), line)
    except UsageError as error:
        print_lines(f"  {error.message}")
        return False
    wrong = desk.declare(path, content)
    print_lines(f"  not declared: {wrong.message}" if wrong else f"  {path}: {line}")
    return wrong is None


def proposed(field: str, question: Question, desk: Desk, said: tuple[str, str]) -> Iterator[str]:
    """Reasons that the article itself suggests, for a person to take or not.

    `said` are the words near the quotation that say the period, and where they stand.
    """
    briefing = desk.seeds.briefing
    language = briefing.languages[0] if briefing else "en"
    if field == "subject" and (name := name_of(question, desk)):
        yield _ABOUT.get(language, _ABOUT["en"]).format(name)
    if field == "period" and said[0]:
        yield _NEAR.get(language, _NEAR["en"])[said[1]].format(said[0])
    unit = desk.seeds.units.get(str(question.record.get("unit")))
    if field == "unit" and unit is not None:
        label = unit.label.get(language) or next(iter(unit.label.values()))
        yield _COUNTED.get(language, _COUNTED["en"]).format(label.get("other", unit.id))


def alias_for(question: Question, desk: Desk) -> str:
    """The word of the article that would do as a name of whom the fact is about; else empty."""
    entity = _entity(question, desk)
    article = desk.text(question)
    if entity is None or not article:
        return ""
    file, name = desk.files[question.path], str(question.record.get("id"))
    for word in _candidates(entity, article, desk.lang(question)):
        verdict = try_fact(desk.root, file, name, desk.articles, (word,))
        if verdict.is_proven or (verdict.is_fine and verdict.reason != "subject"):
            return word
    return ""


def add_alias(word: str, question: Question, desk: Desk) -> bool:
    """Whether the entity has the name now; one that had none keeps its own."""
    entity, briefing = _entity(question, desk), desk.seeds.briefing
    if entity is None or briefing is None:
        return False
    keys: tuple[str | int, ...] = ("subject", "names")
    if entity.id != briefing.subject.id:
        keys = ("entities", list(briefing.entities).index(entity.id), "names")
    first = () if entity.names else tuple(dict.fromkeys(entity.name.values()))
    return _is_declared(desk, BRIEFING, keys, (*first, word))


def _is_declared(
    desk: Desk, path: str, keys: tuple[str | int, ...], words: tuple[str, ...]
) -> bool:
    """Whether the words stand in their list now; else what is against it is told."""
    try:
        content = with_listed(path, load_bytes(desk.root, path), keys, words)
        wrong = desk.declare(path, content)
    except UsageError as error:
        print_lines(f"  {error.message}")
        return False
    where = " · ".join(str(one) for one in keys)
    said = f"not added: {wrong.message}" if wrong else f"{path}: {where}: {', '.join(words)}"
    print_lines(f"  {shown(said, 300)}")
    return wrong is None


def name_of(question: Question, desk: Desk) -> str:
    """Whom the fact is about, in the language of the briefing; empty where nothing knows it."""
    briefing, entity = desk.seeds.briefing, _entity(question, desk)
    if briefing is None or entity is None:
        return ""
    return entity.name.get(briefing.languages[0]) or next(iter(entity.name.values()), entity.id)


def _entity(question: Question, desk: Desk) -> Entity | None:
    briefing = desk.seeds.briefing
    if briefing is None:
        return None
    about = question.record.get("about") or briefing.subject.id
    return briefing.all_entities.get(str(about))


def _candidates(entity: Entity, text: str, lang: str) -> Iterator[str]:
    """Words that the article has for it, as it writes them.

    Its nouns, the last words of its names, and what follows these: `partnership` of `Harrow Moor
    Partnership`.
    """
    nouns = entity.nouns.get(lang) or entity.nouns.get(lang.partition("-")[0]) or ()
    lasts = (one.split()[-1] for one in (*entity.names, *entity.name.values()))
    known = {*entity.names}
    found = []
    for word in dict.fromkeys((*nouns, *lasts, *_behind_names(entity, text))):
        plain, typed = (rf"(?<!\w){re.escape(one)}(?!\w)" for one in (word.lower(), word))
        said = re.search(plain, text) or re.search(typed, text, re.IGNORECASE)
        if said and said[0] not in known:
            found.append((said.start(), said[0]))
    yield from (word for _, word in sorted(found))


def _behind_names(entity: Entity, text: str) -> Iterator[str]:
    """Words with a capital right behind its names."""
    written = "|".join(map(re.escape, (*entity.names, *entity.name.values())))
    found = re.findall(rf"(?:{written}) ([^\W\d_]{{4,}})", text)
    yield from dict.fromkeys(filter(str.istitle, found))
