"""What each word of the vocabularies means: one plain sentence, for whoever has to choose one.

In: nothing. Out: one table, in the order of `vocabulary`. Editors show it beside the word.
"""

from collections.abc import Mapping

from generator.model.frozen import FrozenDict

MEANINGS: Mapping[str, Mapping[str, str]] = FrozenDict(
    {
        "hedge": {
            "exact": "The number as it is; no word of the text hedges it.",
            "about": "Rounded or roughly: about, around, some, approximately.",
            "over": "More than the number: over, more than, above.",
            "at-least": "The number or more: at least, from, not less than.",
            "under": "Less than the number: under, less than, below.",
            "at-most": "The number or less: at most, up to, no more than.",
            "nearly": "A little less than the number: nearly, almost, just under.",
            "just-over": "A little more than the number: just over, a good, slightly more than.",
        },
        "status": {
            "reported": "It happened or holds, and the text reports it.",
            "target": "Somebody wants to reach it.",
            "planned": "Somebody has decided or announced it; it has not happened yet.",
            "forecast": "Somebody expects it, as one view of what is to come.",
            "consensus": "What several forecasters expect together.",
            "estimate": "Of what happened already: somebody reckons it, nobody has counted it.",
            "withdrawn": "It holds no longer: its address stays and says why, no page shows it.",
        },
        "attribution": {
            "own": "The article says so itself.",
            "attributed": "The article names somebody else who says so.",
            "self-reported": "Whoever the figure is about says so.",
            "hearsay": "Nobody is named who says so: reportedly, insiders, it is said.",
        },
        "rank": {
            "preferred": "Where sources compete, this one is held to be right.",
            "normal": "Nothing speaks for or against it.",
            "deprecated": "Where sources compete, this one is held to be wrong.",
        },
        "note rank": {
            "major": "It changes what a reader makes of the figure; it stands on a page.",
            "minor": "It stands with the figure only.",
        },
        "date basis": {
            "stated": "The article itself says when it came out.",
            "inferred": "The article does not say it; reason says how you know.",
        },
        "producer basis": {
            "stated": "The text says who published it.",
            "inferred": "The text does not say it; you know it from elsewhere.",
            "unknown": "Nobody knows; producer describes the text instead.",
        },
        "kind of indicator": {
            "level": "A state at a time: a price, a share, a number of staff.",
            "flow": "What adds up over a period: revenue, deliveries.",
            "change": "By how much something rose or fell: signed, in % or pp.",
            "event": "Something that happened; it has a label and no value.",
        },
        "basis": {
            "quoted": "Its value stands in a sentence of an article.",
            "derived": "A formula computes it from other facts.",
            "event": "A sentence says that it happened.",
        },
        "threshold": {
            "at-least": "The amount or more keeps the promise.",
            "at-most": "The amount or less keeps the promise, as of costs.",
        },
        "source": {
            "press-article": "A newsroom reports what others did or said.",
            "press-release": "Somebody tells the press about himself.",
            "company-filing": "A report that a company has to publish.",
            "official-statistics": "An office of statistics or another authority counted it.",
            "study": "Researchers or analysts examined it.",
        },
        "kind of chart": {
            "steps": "How a target moved, and what came of it: bars from zero.",
            "bars": "How a figure stands against others: a bar each, from zero.",
            "levels": "How high something was at certain times, such as a price.",
            "moves": "Rises and falls in the order of time, to either side of zero.",
            "intervals": "What rounding and hedges leave open: from the least to the most.",
            "timeline": "What happened when, and plans as arrows, on an axis of time.",
            "promises": "What was promised beside what happened, a row a promise.",
            "coverage": "How many numbers of each article are facts; it takes no facts.",
        },
        "plural": {
            "zero": "The form for none, in languages that have one.",
            "one": "The form for one.",
            "two": "The form for two, in languages that have one.",
            "few": "The form for a few, in languages that have one.",
            "many": "The form for many, in languages that have one.",
            "other": "The form for all other numbers; always needed.",
        },
        "inferred": {
            "attribution": "Whose word it is.",
            "hedge": "How exactly it is said.",
            "measure": "That it is this indicator which is measured.",
            "period": "When it is true.",
            "sign": "That it rose or that it fell.",
            "status": "That it is a target, plan, forecast, or none of these.",
            "subject": "Whose figure it is.",
            "unit": "In what it is counted.",
            "value": "The number itself.",
        },
    }
)
"""By what is chosen, then by word."""
