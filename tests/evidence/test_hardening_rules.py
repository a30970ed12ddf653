"""Sentences that affirm less than a fact: what is denied, supposed, cut short or dated elsewhere."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.evidence.annotate import annotate
from generator.evidence.quotes.locate import locate
from generator.model import Article, Finding, Marks, Place, Quote

EVENT: dict[str, Any] = {"kind": "event"}
CARS: dict[str, Any] = {"value": 30, "unit": "vehicle"}
MARKS = Marks(Place("seeds/facts/test.yaml", 30, 3))

RULES: list[tuple[str, str, str | None, dict[str, Any], str]] = [
    # a doubt hides no known hedge
    ("en", "It sold perhaps about 30 cars.", None, CARS | {"hedge": "exact"}, "hedge-dropped"),
    ("de", "Es waren vielleicht rund 30 Autos.", None, CARS | {"hedge": "exact"}, "hedge-dropped"),
    ("nl", "Het waren misschien ongeveer 30 auto's.", None, CARS | {"hedge": "exact"}, "hedge-dropped"),
    ("en", "It sold perhaps about 30 cars.", None, CARS | {"hedge": "exact", "inferred": ["hedge"]},
     "hedge-dropped"),
    ("en", "It sold perhaps about 30 cars.", None, CARS | {"hedge": "about"}, ""),
    ("de", "Es waren vielleicht rund 30 Autos.", None, CARS | {"hedge": "about"}, ""),
    ("nl", "Het waren misschien ongeveer 30 auto's.", None, CARS | {"hedge": "about"}, ""),
    ("en", "It sold perhaps 30 cars.", None, CARS | {"inferred": ["hedge"]}, ""),
    # an event that did not take place
    ("en", "The plant never opened in the town.", None, EVENT, "negated"),
    ("en", "The opening of the plant was cancelled.", None, EVENT, "negated"),
    ("en", "The firm denied the opening of the plant.", None, EVENT, "negated"),
    ("en", "The plant never opened in the town.", "opened in the town", EVENT, "negated"),
    ("en", "It is not true that the plant opened.", "the plant opened", EVENT, "negated"),
    ("en", "The plant opened in the town.", None, EVENT, ""),
    ("de", "Das Werk wurde nicht eröffnet.", None, EVENT, "negated"),
    ("de", "Die Eröffnung des Werks wurde abgesagt.", None, EVENT, "negated"),
    ("de", "Die Firma dementierte die Eröffnung.", None, EVENT, "negated"),
    ("de", "Es stimmt nicht, dass das Werk eröffnet wurde.", "das Werk eröffnet wurde", EVENT, "negated"),
    ("de", "Das Werk wurde in der Stadt eröffnet.", None, EVENT, ""),
    ("nl", "De fabriek werd niet geopend.", None, EVENT, "negated"),
    ("nl", "De opening van de fabriek is geannuleerd.", None, EVENT, "negated"),
    ("nl", "Het bedrijf ontkende de opening.", None, EVENT, "negated"),
    ("nl", "Het klopt niet dat de fabriek is geopend.", "de fabriek is geopend", EVENT, "negated"),
    ("nl", "De fabriek werd in de stad geopend.", None, EVENT, ""),
    ("en", "The plant never opened in the town.", None, EVENT | {"inferred": ["value"]}, ""),
    ("de", "Das Werk wurde nicht eröffnet.", None, EVENT | {"inferred": ["status"]}, ""),
    # whose word an event is, and when it comes, outside the quotation
    ("de", "Laut Medien wurde das Werk eröffnet.", "wurde das Werk eröffnet", EVENT, "attribution-dropped"),
    ("en", "According to media the plant has opened.", "the plant has opened", EVENT, "attribution-dropped"),
    ("nl", "Volgens media is de fabriek geopend.", "is de fabriek geopend", EVENT, "attribution-dropped"),
    ("en", "The plant will open in 2027.", "open in 2027", EVENT | {"status": "reported"}, "status-dropped"),
    ("de", "Bald soll das Werk 2027 öffnen.", "das Werk 2027 öffnen", EVENT, "status-unclear"),
    ("nl", "De fabriek zal in 2027 opengaan.", "in 2027 opengaan", EVENT, "status-dropped"),
    ("en", "Plans that will grow\nThe plant opened in May.", "plant opened in May", EVENT, ""),
    # the date of something else
    ("en", "Before 2024 it had 30 cars.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("en", "By 2024 it had 30 cars.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("en", "By 2024 it had 30 cars.", None, CARS | {"period": "2024", "inferred": ["period"]}, ""),
    ("en", "By 2027 it will have 30 cars.", None, CARS | {"period": "2027", "status": "planned"}, ""),
    ("en", "In 2024 it had 30 cars.", None, CARS | {"period": "2024"}, ""),
    ("de", "Vor 2024 waren es 30 Autos.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("de", "Anders als 2024 waren es 30 Autos.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("de", "Bis 2024 waren es 30 Autos.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("de", "Im Jahr 2024 waren es 30 Autos.", None, CARS | {"period": "2024"}, ""),
    ("nl", "Na 2024 waren het 30 auto's.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("nl", "Vóór 2024 waren het 30 auto's.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("nl", "In 2024 waren het 30 auto's.", None, CARS | {"period": "2024"}, ""),
    ("en", "In 2024 it sold 50 cars, a year earlier 30 cars.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("de", "2024 waren es 50 Autos, im Vorjahr 30 Autos.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("nl", "In 2024 waren het 50 auto's, een jaar eerder 30 auto's.", None, CARS | {"period": "2024"},
     "period-unseen"),
    ("en", "In 2024 it sold 30 cars, a year earlier 50 cars.", None, CARS | {"period": "2024"}, ""),
    ("en", "In 2024 it sold 30 cars against 50 cars a year earlier.", None, CARS | {"period": "2024"}, ""),
    ("en", "In 2024 sales rose 5% from a year earlier.", None,
     {"kind": "change", "value": 5, "unit": "%", "period": "2024"}, ""),
    ("de", "2024 waren es 30 Autos mehr als im Vorjahr.", None,
     {"kind": "change", "value": 30, "unit": "vehicle", "period": "2024"}, ""),
    ("nl", "In 2024 steeg de omzet met 5% ten opzichte van een jaar eerder.", None,
     {"kind": "change", "value": 5, "unit": "%", "period": "2024"}, ""),
    ("en", "In 2023 it sold 30 cars and in 2024 50 cars.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("en", "In 2023 it sold 30 cars and in 2024 50 cars.", None, CARS | {"period": "2023"}, ""),
    ("de", "2023 waren es 30 Autos, 2024 waren es 50 Autos.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("de", "2023 waren es 30 Autos, 2024 waren es 50 Autos.", None, CARS | {"period": "2023"}, ""),
    ("nl", "Het waren 30 auto's in 2023 en 50 auto's in 2024.", None, CARS | {"period": "2024"}, "period-unseen"),
    ("nl", "Het waren 30 auto's in 2023 en 50 auto's in 2024.", None, CARS | {"period": "2023"}, ""),
    ("nl", "Het waren 30 auto's in 2023 en 50 auto's in 2024.", None,
     CARS | {"period": "2024", "inferred": ["period"]}, ""),
    # what is supposed, asked, missed or replaced
    ("en", "If the plant opens, it has 30 cars.", None, CARS, "negated"),
    ("en", "Experts ask whether it sold 30 cars.", None, CARS, "negated"),
    ("en", "Did the firm sell 30 cars?", None, CARS, "negated"),
    ("en", "It is a myth that it sold 30 cars.", None, CARS, "negated"),
    ("en", "It would have sold 30 cars.", None, CARS, "negated"),
    ("en", "It missed its mark of 30 cars.", None, CARS, "negated"),
    ("en", "It sold vans instead of 30 cars.", None, CARS, "negated"),
    ("en", "The firm is 30 cars short of its goal.", None, CARS, "negated"),
    ("en", "Instead of 50 vans it sold 30 cars.", None, CARS, ""),
    ("en", "It sold 30 cars rather than 50 cars.", None, CARS, ""),
    ("en", "It sold 30 cars, which missed expectations.", None, CARS, ""),
    ("en", "If the plant opens, it has 30 cars.", None, CARS | {"inferred": ["value"]}, ""),
    ("de", "Falls das Werk öffnet, hat es 30 Autos.", None, CARS, "negated"),
    ("de", "Offen ist, ob es 30 Autos sind.", None, CARS, "negated"),
    ("de", "Waren es im Mai 30 Autos?", None, CARS, "negated"),
    ("de", "Es ist ein Märchen, dass es 30 Autos sind.", None, CARS, "negated"),
    ("de", "Der Verein hätte 30 Autos gekauft.", None, CARS, "negated"),
    ("de", "Es gab Lieferwagen statt 30 Autos.", None, CARS, "negated"),
    ("de", "Es waren 30 Autos statt 50 Autos.", None, CARS, ""),
    ("de", "Wenn es regnet, fahren 30 Autos.", None, CARS, ""),
    ("nl", "Indien de fabriek opengaat, zijn er 30 auto's.", None, CARS, "negated"),
    ("nl", "Er zijn 30 auto's, mits het lukt.", "Er zijn 30 auto's", CARS, ""),
    ("nl", "Waren het in mei 30 auto's?", None, CARS, "negated"),
    ("nl", "Het is een fabel dat het 30 auto's zijn.", None, CARS, "negated"),
    ("nl", "Het bedrijf miste de grens van 30 auto's.", None, CARS, "negated"),
    ("nl", "Er kwamen bussen in plaats van 30 auto's.", None, CARS, "negated"),
    ("nl", "Als het regent, rijden er 30 auto's.", None, CARS, ""),
    ("en", "If the plant opened in May, few saw it.", None, EVENT, "negated"),
    ("de", "Ob das Werk eröffnet wurde, ist offen.", None, EVENT, "negated"),
    ("nl", "Werd de fabriek in mei geopend?", None, EVENT, "negated"),
    # an omission that joins what the article parts
    ("en", "Ford in town sold vans while Fiat sold 30 cars.", "Ford in town sold […] 30 cars", CARS, "quote-splice"),
    ("de", "Ford in der Stadt hat Busse und Fiat 30 Autos.", "Ford in der Stadt hat […] 30 Autos", CARS,
     "quote-splice"),
    ("nl", "Ford in de stad heeft bussen terwijl Fiat 30 auto's heeft.",
     "Ford in de stad heeft […] 30 auto's", CARS, "quote-splice"),
    ("en", "Ford in town, a rival of Fiat, has 30 cars.", "Ford in town […] has 30 cars", CARS, ""),
    ("de", "Ford, ein Rivale von Fiat, hat im Mai 30 Autos.", "Ford […] hat im Mai 30 Autos", CARS, ""),
    ("nl", "Ford, een rivaal van Fiat, heeft in mei 30 auto's.", "Ford […] heeft in mei 30 auto's", CARS, ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "quote", "fields", "code"), RULES)
def test_a_fact_says_no_more_than_its_sentence(
    lang: str,
    sentence: str,
    quote: str | None,
    fields: dict[str, Any],
    code: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    finding = finding_of(sentence, lang, quote or sentence, **fields)
    assert (finding.code if finding else "") == code, finding


DENIED_ELSEWHERE = [
    ("en", "It sold 30 cars in May. It later said it did not sell 30 cars."),
    ("de", "Es waren 30 Autos im Mai. Es waren aber nicht 30 Autos."),
    ("nl", "Het waren 30 auto's in mei. Het waren echter niet 30 auto's."),
]


@pytest.mark.parametrize(("lang", "text"), DENIED_ELSEWHERE)
def test_a_quotation_that_denies_the_value_stays_open_beside_one_that_states_it(
    lang: str, text: str, finding_of: Callable[..., Finding | None]
) -> None:
    first, second, _ = text.split(".")
    quotes = [first, second.strip()]
    finding = finding_of(text, lang, quotes, **CARS)
    assert finding is not None
    assert finding.code == "negated"
    assert finding_of(text, lang, quotes, inferred=["value"], **CARS) is None


TRANSLATED = [
    ("de", "Es waren rund 30 Autos", {"en": "There were about 30 cars"}, CARS | {"hedge": "about"}, ""),
    ("de", "Es waren rund 30 Autos", {"en": "There were cars"}, CARS | {"hedge": "about"}, "leaves out 30"),
    ("de", "Es waren rund 30 Autos", {"en": "There were 30 cars"}, CARS | {"hedge": "about"}, "hedge"),
    ("de", "Es waren rund 30 Autos", {"en": "There were more than 30 cars"}, CARS | {"hedge": "about"}, "over"),
    ("nl", "Het waren meer dan 30 auto's", {"de": "Es waren mehr als 30 Autos"}, CARS | {"hedge": "over"}, ""),
    ("nl", "Het waren meer dan 30 auto's", {"de": "Es waren weniger als 30 Autos"}, CARS | {"hedge": "over"},
     "under"),
    ("nl", "Het kostte toen 30 euro", {"en": "It cost 30 dollars then"}, {"value": 30, "unit": "EUR"}, "unit"),
    ("nl", "Het kostte toen 30 euro", {"en": "It cost €30 then"}, {"value": 30, "unit": "EUR"}, ""),
    ("en", "The share was 30 per cent", {"de": "Der Anteil lag bei 30 Punkten"}, {"value": 30, "unit": "%"},
     "unit"),
    ("en", "Sales rose by 30 per cent", {"nl": "De omzet daalde met 30 procent"},
     {"value": 30, "unit": "%", "kind": "change"}, "another way"),
    ("en", "Sales rose by 30 per cent", {"nl": "De omzet steeg met 30 procent"},
     {"value": 30, "unit": "%", "kind": "change"}, ""),
    ("en", "Sales rose by 30 per cent", {"fr": "En baisse de 31"}, {"value": 30, "unit": "%", "kind": "change"},
     ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "exact", "translation", "fields", "said"), TRANSLATED)
def test_a_translation_says_what_proves_the_fact(
    lang: str,
    exact: str,
    translation: dict[str, str],
    fields: dict[str, Any],
    said: str,
    finding_of: Callable[..., Finding | None],
) -> None:
    quote = Quote(article="article", exact=exact, translation=translation, marks=MARKS)
    finding = finding_of(f"{exact}.", lang, [quote], **fields)
    assert (finding is None) == (not said), finding
    if finding:
        assert finding.code == "translation-mismatch"
        assert said in finding.message


@pytest.mark.parametrize(("times", "is_many"), [(200, False), (201, True)])
def test_more_places_than_are_compared_are_never_cut_silently(
    times: int, is_many: bool, make_article: Callable[..., Article]
) -> None:
    text = make_article("It sold 30 cars. " * times, "en").text
    found = locate(
        Quote(article="article", exact="It sold 30 cars", marks=MARKS), annotate(text, "en", ())
    )
    assert isinstance(found, Finding) == is_many
    if isinstance(found, Finding):
        assert found.code == "quote-ambiguous"
    else:
        assert len(found) == times
