"""Our own page templates, filled so that nothing from data can be anything but text.

In: a template's name and values. Out: markup. `parts/panel/head` is `panel/head.html.jinja` among
the templates of `parts`. Templates come from the package alone; text of users is never a template.
"""

from functools import cache
from importlib.resources import files

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.kept import Cache, made_by
from generator.pages.escape import encode_unless_markup

_KIND = "templates"


class _Compiled(BytecodeCache):
    """Templates as an earlier run compiled them, each with what made it and what it was made of.

    Code is believed as all that is kept: only what a run of this user has signed.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        made, _, code = (self._cache.load(_KIND, bucket.key) or b"").partition(b"\n")
        if made == made_by().encode():
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        code = bucket.bytecode_to_string()
        self._cache.keep(_KIND, bucket.key, made_by().encode() + b"\n" + code)


def _load(name: str) -> str:
    room, _, rest = name.partition("/")
    file = files("generator.pages") / room / "templates" / f"{rest}.html.jinja"
    return file.read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        finalize=encode_unless_markup,
        keep_trailing_newline=False,
        loader=FunctionLoader(_load),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )


def keep_templates(cache: Cache, environment: Environment | None = None) -> None:
    """Takes over compiled templates, and keeps new ones: of an engine's environment, or ours."""
    (environment or _environment()).bytecode_cache = _Compiled(cache)


def fill(template: str, /, **values: object) -> Markup:
    """The template with its values; every value that is no markup is encoded."""
    return Markup(_environment().get_template(template).render(values))  # noqa: S704 - all values went through the encoder


def link(href: str, text: str) -> Markup:
    """A link within a line."""
    return fill("parts/link", href=href, text=text).strip()


def fill_block(template: str, /, **values: object) -> Markup:
    """The template as one block of HTML, without blank lines and indents for Markdown."""
    lines = (line.strip() for line in fill(template, **values).splitlines())
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - only white space went
