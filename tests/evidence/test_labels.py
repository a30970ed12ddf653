"""What a sentence calls that which its figure is of: whole phrases, for labels that stand."""

import pytest

from generator.evidence import Called, calls_of, find

LABELS = [
    ("en", "The crews answered 1,284 calls in 2025.", Called("calls", "calls", done="answered")),
    ("en", "The county plans to hire 120 cooks by 2027.", Called("cooks", "hire", aim="hire")),
    ("en", "The county aims to recruit at least 150 new volunteers.",
     Called("new volunteers", "recruit", aim="recruit")),
    ("en", "The partnership plans to rewet 3,600 hectares by 2030.",
     Called("hectares", "rewet", aim="rewet")),
    ("en", "About 38 per cent of them work outside the vale and cannot leave.",
     Called("", "work", "work outside the vale", is_share=True)),
    ("en", "In May 62 percent of pupils took the lunch at least once a week.",
     Called("pupils", "took", "took the lunch at least once a week", is_share=True, whole="pupils")),
    ("en", "That is 34 percent of the damaged bog.",
     Called("damaged bog", "damaged bog", is_share=True, whole="the damaged bog")),
    ("en", "In 2025 some 27 schools had no kitchen of their own and got meals by van.",
     Called("schools", "schools", "had no kitchen of their own")),
    ("en", "The service cost the council £9.6 million in 2025.", Called("service cost", "cost")),
    ("en", "Parents have paid £2.85 for a meal since 2024.",
     Called("for a meal", "paid", done="paid", form="money")),
    ("en", "In 2024 the mill earned £61,300.",
     Called("mill", "earned", done="earned", whole="the mill", form="money_by")),
    ("en", "The state pays £1.1m a year under a contract.",
     Called("state", "pays", done="pays", whole="the state", form="money_by")),
    ("en", "It bought the ten coaches in 2024.", Called("coaches", "coaches", done="bought")),
    ("en", "Turnover reached £5 million.", Called("turnover", "turnover")),
    ("en", "Ticket sales brought in £18,400.", Called(
        "ticket sales", "brought", done="brought in", whole="ticket sales", form="money_by")),
    ("en", "It sells a kilo of flour at £2.10.",
     Called("kilo of flour", "flour", whole="a kilo of flour", form="price")),
    ("en", "A grant of £40,000 from the county, the first, came in May.",
     Called("grant from the county", "grant")),
    ("en", "The windmill has ground 18 tonnes of flour.", Called("flour", "flour", done="ground")),
    ("en", "The median time from alarm to departure was 7.5 minutes.",
     Called("median time from alarm to departure", "time")),
    ("en", "The bill for keeping Tarnwick lit at night reached £3.8 million in 2024.",
     Called("bill for keeping Tarnwick lit at night", "bill")),
    ("en", "The conversion is to cost up to £6.5 million between 2025 and 2028.",
     Called("conversion", "cost", whole="the conversion", form="cost")),
    ("en", "The council plans to spend up to £4.2 million on new engines.",
     Called("on new engines", "spend", done="spend", form="money_ahead")),
    ("en", "Of these, 62 percent had been fitted with LED heads.",
     Called("", "fitted", "had been fitted with LED heads", is_share=True)),
    ("en", "Broken lamps abound, and a repair took nine days on average.",
     Called("a repair took", "repair", is_lasting=True)),
    ("en", "The quarry sold 8,400 tonnes of slate in 2025.", Called("slate", "slate", done="sold")),
    ("en", "Kitchens threw away 34 tonnes of food in 2025.", Called("food", "food", done="threw away")),
    ("en", "It grew, and turnover reached £5.6 million in 2025.", Called("turnover", "turnover")),
    ("en", "Visitor takings rose to £1.2 million in 2025.", Called("visitor takings", "takings")),
    ("en", "At the end of 2025 its debt stood at £3 million.", Called("debt", "debt")),
    ("en", "Visitor numbers fell by 8 per cent in 2025.",
     Called("visitor numbers", "numbers", is_moved=True)),
    ("en", "The quarry must cut its use of river water by up to 30 per cent by 2030.",
     Called("use of river water", "use", is_moved=True)),
    ("en", "The council raised the fee to £40 in May.", Called("fee", "fee")),
    ("en", "The council received 17 complaints about noise from the quarry.",
     Called("complaints about noise", "complaints")),
    ("en", "About 38 per cent of it went abroad.", Called("", "went", "went abroad", is_share=True)),
    ("en", "Since September 2026 an apprenticeship in slate splitting has taken 30 months.",
     Called("an apprenticeship in slate splitting has taken", "apprenticeship", is_lasting=True)),
    ("en", "About 18,400 pupils a day ate a hot lunch.",
     Called("pupils", "pupils", "ate a hot lunch")),
    ("en", "The mill has a workforce of 118.", Called("workforce", "workforce")),
    ("en", "They had an average age of 8.7 years in 2025.", Called("average age", "age")),
    ("en", "The creamery employs 31 people.", Called("people", "people", done="employs")),
    ("en", "Turnover over the same twelve months came to £3.4m.", Called("turnover", "turnover")),
    ("en", "It grows, and its average length of service is 17 years.",
     Called("average length of service", "length")),
    ("en", "On average they queued for 14 minutes.",
     Called("they queued", "queued", is_lasting=True)),
    ("en", "A training course lasts about 80 hours.",
     Called("a training course lasts", "training", is_lasting=True)),
    ("en", "Harrow Moor cost £2,150 in 2024.", Called("Harrow Moor", "cost", whole="Harrow Moor", form="cost")),
    ("de", "Das Museum zählte 2024 rund 4.300 Besucher.", Called("Besucher", "Besucher")),
    ("de", "34 Prozent der Kinder kamen aus der Stadt.",
     Called("Kinder", "Kinder", is_share=True, whole="der Kinder")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "wanted"), LABELS)
def test_a_phrase_of_the_sentence_is_proposed(lang: str, sentence: str, wanted: Called) -> None:
    figure = next(one for one in find(sentence, lang, {}) if one.kind != "date")
    assert wanted in list(calls_of(figure, sentence, lang, {}))[:3]


@pytest.mark.parametrize(
    "sentence",
    ["A ward lost its station 12 years ago.", "After a meeting of three hours they left."],
)
def test_no_verb_no_time(sentence: str) -> None:
    figure = next(one for one in find(sentence, "en", {}) if one.kind == "duration")
    assert not any(one.label == "a meeting" for one in calls_of(figure, sentence, "en", {}))


def test_what_a_date_follows_does_nothing() -> None:
    sentence = "There were 612 volunteers in 2025."
    figure = find(sentence, "en", {})[0]
    assert not any(one.doing for one in calls_of(figure, sentence, "en", {}))
