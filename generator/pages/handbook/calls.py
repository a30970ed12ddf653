"""Every call of hand-written pages: how it is written, what it takes, what stands in its place.

In: the table of calls, the site's words. Out: one list.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup

from generator.pages.escape import encode
from generator.pages.handwritten.calls import CALLS, CallKind, usage_of
from generator.pages.parts.counted import with_markup
from generator.pages.templating import fill_block
from generator.wording import LanguageWording

_CALL = re.compile(r"(\{\{.*?\}\})")


def calls_reference(wording: LanguageWording) -> list[Markup]:
    """A row a call, in the order in which messages name them."""
    rows = [
        {
            "name": name,
            "kind": Markup("; ").join(_takes(kind, wording)),
            "meaning": with_markup(
                wording,
                "handbook-call-written",
                meaning=wording.say(f"call-{name}-meaning"),
                usage=_usage(name),
            ),
            "words": (),
            "choices": (),
        }
        for name, kind in CALLS.items()
    ]
    return [fill_block("handbook/rows", rows=rows)]


def _takes(kind: CallKind, wording: LanguageWording) -> Iterator[Markup]:
    """Where it stands, how many ids it takes, its options with their words."""
    say = wording.say
    yield encode(say("handbook-call-block" if kind.is_block else "handbook-call-inline"))
    least, most = kind.takes
    if kind.words:
        yield encode(say("handbook-call-word"))
    elif most == 1:
        yield encode(say(f"handbook-call-{kind.shows}"))
    elif most:
        ends = {"least": _code(str(least)), "most": _code(str(most))}
        yield with_markup(wording, "handbook-call-several", **ends)
    for option, words in kind.options.items():
        typed = Markup(", ").join(map(_code, words)) if words else say("handbook-call-id")
        yield with_markup(wording, "handbook-call-option", option=_code(option), words=typed)


def _usage(name: str) -> Markup:
    """How it is written, what is typed as code."""
    parts = _CALL.split(usage_of(name))
    return Markup("").join(_code(one) if _CALL.match(one) else encode(one) for one in parts)


def _code(text: str) -> Markup:
    return Markup("<code>{}</code>").format(encode(text))
