"""A web address as typed, if it is a plain https address of a public host.

In: a scalar's text. Out: the same text, or `RefusedError` (code bad-url) with the reason.
It never looks an address up: a check must give the same answer without a network.
"""

import re
import unicodedata

from generator.reading.characters import REFUSED, code_point
from generator.reading.errors import RefusedError

LONGEST = 2000
_SCHEME = "https://"
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"(?:.*\.)?(?:example\.(?:com|org|net)|example|test|invalid|local|localhost)", re.IGNORECASE
)
_UNSAFE = re.compile(r"[\s\"<>\\^`{|}]")
_ENCODED_CONTROL = re.compile(r"%(?:[01][0-9a-f]|7f)", re.IGNORECASE)
_BROKEN_CODE = re.compile(r"%(?![0-9a-f]{2})", re.IGNORECASE)


def parse_address(text: str) -> str:
    """The address.

    Raises:
        RefusedError: not https, not a public host by name, or not plain enough to be a link.
    """
    if len(text) > LONGEST:
        raise _refused(f"has {len(text)} characters; at most {LONGEST}", "use the short address")
    if found := REFUSED.search(text) or _UNSAFE.search(text):
        hint = "copy the address from the browser's address bar"
        raise _refused(f"holds {_named(found[0])}", hint)
    if found := _ENCODED_CONTROL.search(text):
        raise _refused(f"holds an encoded control character, {found[0]}", "delete it")
    if _BROKEN_CODE.search(text):
        raise _refused("holds a % without two digits behind it", "write %25 for a per cent sign")
    if not text.lower().startswith(_SCHEME):
        bare = re.sub(r"^(?:[a-z]+:)?/*", "", text, flags=re.IGNORECASE)
        is_web = text.startswith(("http:", "//")) or _HOST.fullmatch(text.partition("/")[0])
        hint = f"write https://{bare}" if is_web else "give the page's https address"
        raise _refused("does not begin with https://", hint)
    _check_host(re.split(r"[/?#]", text[len(_SCHEME) :], maxsplit=1)[0])
    return text


def _check_host(host: str) -> None:
    if "@" in host:
        raise _refused("holds a user name before the host", "delete everything up to the @")
    name, colon, _ = host.partition(":")
    if not host.isascii():
        odd = next(character for character in host if not character.isascii())
        message = f"has a host with a letter outside a-z: {_named(odd)}"
        raise _refused(message, "type the host's name anew, in plain letters")
    if colon and _HOST.fullmatch(name):
        raise _refused("names a port", "delete the colon and the number")
    if not _HOST.fullmatch(name):
        raise _refused("names no public host", "give the site by its name, such as www.site.org/…")
    if _PLACEHOLDER.fullmatch(name):
        raise _refused("has a host that only stands for another", "give the real address")
    if "xn--" in name.lower():
        raise _refused(
            "has an encoded host name (xn--)", "give the site's plain name, if it has one"
        )


def _refused(predicate: str, hint: str) -> RefusedError:
    return RefusedError(predicate, hint, "bad-url")


def _named(character: str) -> str:
    if character == " ":
        return "a space"
    is_visible = unicodedata.category(character)[0] in "LNPS" and character.isascii()
    return character if is_visible else code_point(character)
