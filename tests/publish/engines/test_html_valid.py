"""Every built page is HTML as the standard has it: it parses without error and its parts fit.

A current, conforming HTML parser (justhtml) names every parse error. What parsers let pass and only
conformance checkers name, contents, attributes, references, is held by the tables below.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from justhtml import JustHTML

from generator.publish.engines.page_by_page import without_theme_faults

GLOBAL = frozenset(
    (
        "class", "dir", "hidden", "id", "inert", "itemid", "itemprop", "itemref", "itemscope",
        "itemtype", "lang", "part", "popover", "role", "slot", "spellcheck", "style", "tabindex",
        "title", "translate", "autocapitalize", "autocorrect", "autofocus", "enterkeyhint",
        "inputmode", "accesskey", "draggable", "nonce",
    )
)  # fmt: skip
OWN = {
    "a": "href target download rel hreflang type referrerpolicy ping",
    "base": "href target",
    "blockquote": "cite",
    "button": "type name value disabled form popovertarget popovertargetaction command commandfor",
    "data": "value",
    "del": "cite datetime",
    "details": "open name",
    "dialog": "open",
    "form": "name action method autocomplete novalidate target",
    "html": "xmlns",
    "iframe": "src width height loading allow sandbox name srcdoc referrerpolicy",
    "img": "src alt width height loading decoding srcset sizes fetchpriority",
    "input": "type name value checked disabled required placeholder autocomplete min max step maxlength minlength list pattern readonly size",
    "ins": "cite datetime",
    "label": "for",
    "li": "value",
    "link": "rel href type media sizes as crossorigin hreflang title integrity fetchpriority",
    "meta": "name content charset property http-equiv media",
    "ol": "start reversed type",
    "optgroup": "label disabled",
    "option": "value selected disabled label",
    "output": "for name form",
    "q": "cite",
    "script": "src type async defer integrity crossorigin nomodule",
    "select": "name multiple size required disabled",
    "source": "src srcset media sizes type width height",
    "style": "media",
    "td": "colspan rowspan headers",
    "textarea": "name rows cols readonly placeholder disabled required wrap",
    "th": "colspan rowspan headers scope abbr",
    "time": "datetime",
}
PLAIN = frozenset(
    (
        "abbr", "address", "article", "aside", "b", "bdi", "bdo", "body", "br", "caption", "cite",
        "code", "dd", "dfn", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "i", "kbd", "legend",
        "main", "mark", "menu", "nav", "noscript", "p", "picture", "pre", "s", "samp", "search",
        "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "template",
        "tfoot", "thead", "title", "tr", "u", "ul", "var", "wbr",
    )
)  # fmt: skip
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol",
        "p", "pre", "section", "table", "ul",
    )
)  # fmt: skip
ONLY_PHRASES_IN = frozenset(
    (
        "abbr", "b", "button", "cite", "code", "data", "dfn", "em", "h1", "h2", "h3", "h4", "h5",
        "h6", "i", "kbd", "label", "mark", "p", "pre", "q", "s", "samp", "small", "span", "strong",
        "sub", "sup", "time", "u", "var",
    )
)  # fmt: skip
CHILDREN = {
    "ul": {"li", "script", "template"},
    "ol": {"li", "script", "template"},
    "dl": {"dt", "dd", "div", "script", "template"},
    "tr": {"td", "th", "script", "template"},
    "picture": {"source", "img", "script", "template"},
}
PARENTS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "figcaption": {"figure"},
    "summary": {"details"},
    "legend": {"fieldset"},
    "main": {"body", "div", "form", "html"},
}
INTERACTIVE = frozenset(
    {"a", "button", "details", "iframe", "input", "label", "select", "textarea"}
)
REFERENCES = (
    "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-labelledby",
    "aria-owns", "commandfor", "for", "headers", "popovertarget",
)  # fmt: skip
DATES = r"\d{4}(-\d\d(-\d\d)?)?"


def faults_of(html: str) -> list[str]:
    """Everything about a page that the HTML standard does not allow."""
    page = JustHTML(html, collect_errors=True, sanitize=False)
    errors = [f"line {e.line}: {e.code}" for e in page.errors]
    everything = [node for node in descendants(page.root) if is_element(node)]
    ids = [node.attrs["id"] for node in everything if "id" in node.attrs]
    elements = [node for node in everything if node.namespace in {None, "html"}]
    found = [f"id={name!r} is given twice" for name in sorted({i for i in ids if ids.count(i) > 1})]
    found += [f"id={name!r} is no id" for name in ids if not name or name.split() != [name]]
    for node in elements:
        found += element_faults(node)
        found += [f"{node.name}: {why}" for why in reference_faults(node, set(ids))]
    names = [node.name for node in elements]
    if names.count("title") != 1 or names.count("main") > 1:
        found.append("not one title, or several main parts")
    if not page.query("html")[0].attrs.get("lang"):
        found.append("html has no lang")
    return [*errors, *found]


def is_element(node: Any) -> bool:
    return not node.name.startswith(("#", "!"))


def descendants(node: Any) -> Iterator[Any]:
    for child in getattr(node, "children", None) or ():
        yield child
        yield from descendants(child)


def ancestors(node: Any) -> Iterator[Any]:
    while (node := node.parent) is not None:
        yield node


def element_faults(node: Any) -> Iterator[str]:
    name, attrs, parent = node.name, node.attrs, node.parent.name
    if name not in OWN and name not in PLAIN:
        yield f"{name}: no element of HTML"
    for attribute in attrs:
        known = attribute in GLOBAL or attribute in OWN.get(name, "").split()
        if not known and not attribute.startswith(("data-", "aria-")):
            yield f"{name}: {attribute} is no attribute of it"
    yield from (f"{name}: {why}" for why in value_faults(name, attrs))
    if name in PARENTS and parent not in PARENTS[name]:
        yield f"{name}: stands in {parent}"
    if parent in CHILDREN and name not in CHILDREN[parent]:
        yield f"{name}: stands in {parent}"
    above = [one.name for one in ancestors(node)]
    if name in BLOCKS and (inline := next((n for n in above if n in ONLY_PHRASES_IN), None)):
        yield f"{name}: a block within {inline}"
    if name in INTERACTIVE - {"input", "label"} or "tabindex" in attrs:
        yield from (f"{name}: to be worked within {n}" for n in above if n in {"a", "button"})
    siblings = [one for one in node.parent.children if is_element(one)]
    if name == "figcaption" and node not in (siblings[0], siblings[-1]):
        yield "figcaption: neither first nor last"
    if name == "details" and [c.name for c in node.children if is_element(c)][:1] != ["summary"]:
        yield "details: does not begin with a summary"


def value_faults(name: str, attrs: dict[str, str | None]) -> Iterator[str]:
    """Values that an attribute cannot have, and attributes that an element must have."""
    needed = {"img": ("src", "alt"), "data": ("value",), "textarea": (), "iframe": ("src", "title")}
    yield from (f"{key} is missing" for key in needed.get(name, ()) if key not in attrs)
    tab = attrs.get("tabindex")
    if "tabindex" in attrs and not str(tab).lstrip("-").isdecimal():
        yield f"tabindex={tab!r} is no whole number"
    if name == "time" and not matches(DATES, attrs.get("datetime") or ""):
        yield f"datetime={attrs.get('datetime')!r} is no date of HTML"
    if name == "input" and "autocomplete" in attrs and attrs.get("type") in {"checkbox", "radio"}:
        yield f"autocomplete on a {attrs['type']}"
    if name == "a" and "href" in attrs and " " in (attrs["href"] or ""):
        yield f"href={attrs['href']!r} has a space"


def matches(pattern: str, text: str) -> bool:
    return re.fullmatch(pattern, text) is not None


def reference_faults(node: Any, ids: set[str]) -> Iterator[str]:
    for attribute in REFERENCES:
        for name in (node.attrs.get(attribute) or "").split():
            if name not in ids:
                shown = "__*" if name.startswith("__") else name
                yield f"{attribute}={shown!r} names nothing"


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, str]:
    """Every page of the site."""
    files = sorted(built_site.rglob("*.html"))
    return {f.relative_to(built_site).as_posix(): f.read_text(encoding="utf-8") for f in files}


def test_every_page_is_valid(pages: dict[str, str]) -> None:
    assert len(pages) > 20
    found = [f"{path}: {fault}" for path, html in pages.items() for fault in faults_of(html)]
    assert not found


@pytest.mark.parametrize(
    ("theme", "valid"),
    [
        (
            '<input class="md-toggle" type="checkbox" id="__search" autocomplete="off">',
            '<input class="md-toggle" type="checkbox" id="__search">',
        ),
        (
            '<label for="__nav" id="x" tabindex=""><i id="__nav">',
            '<label for="__nav" id="x"><i id="__nav">',
        ),
        ('<label id="x" tabindex>', '<label id="x">'),
        ('<label class="t" for="__toc">', '<label class="t">'),
    ],
)
def test_a_fault_of_the_theme_is_taken_out(theme: str, valid: str) -> None:
    assert without_theme_faults(theme) == valid


@pytest.mark.parametrize(
    "html",
    [
        '<input type="search" name="find" autocomplete="off">',
        '<label class="md-button" for="__search" tabindex="0"><input id="__search">',
        '<label for="facts-find">',
    ],
)
def test_what_is_allowed_stays(html: str) -> None:
    assert without_theme_faults(html) == html


WHOLE = "<!doctype html><html lang=en><title>t</title><body><main>{}</main>"


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p>one<div>two</div></p>", "line 1: unexpected-end-tag"),
        ("<span><div>x</div></span>", "div: a block within span"),
        ("<ul><p>x</p></ul>", "p: stands in ul"),
        ("<a href=x><button>y</button></a>", "button: to be worked within a"),
        ("<p id=a></p><p id=a></p>", "id='a' is given twice"),
        ("<p aria-labelledby=b></p>", "p: aria-labelledby='b' names nothing"),
        ("<img src=x>", "img: alt is missing"),
        ("<p colour=red></p>", "p: colour is no attribute of it"),
        ("<centre></centre>", "centre: no element of HTML"),
        ("<time datetime=2024-40/..>x</time>", "time: datetime='2024-40/..' is no date of HTML"),
        ("<figure><p>x</p><figcaption>y</figcaption><p>z</p></figure>", "figcaption: neither first nor last"),
        ("<details>x</details>", "details: does not begin with a summary"),
    ],
)  # fmt: skip
def test_a_fault_is_found(html: str, fault: str) -> None:
    assert faults_of(WHOLE.format("<p>x</p>")) == []
    assert fault in faults_of(WHOLE.format(html))
