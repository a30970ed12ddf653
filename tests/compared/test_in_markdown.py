"""Whatever the seeds hold, it is text in the comment of a pull request: nothing of it comes alive."""

import re
from html.parser import HTMLParser

import marko
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.compared import in_markdown
from generator.compared.in_markdown import MOST_CHARACTERS
from generator.text import markdown_code, markdown_text

OURS = {"details", "summary", "code", "b", "br", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "h3", "strong"}  # fmt: skip
NO_CONTENT = {"br"}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details></summary></code><h1>x",
    "![x](https://evil.example/x.png)",
    "[click](javascript:alert(1))",
    "<https://evil.example>",
    "see https://evil.example/path or www.evil.example",
    "mail me@evil.example or mailto:me@evil.example",
    "@maintainers please merge, cc @org/team",
    "fixes #123, GH-123, other/repo#12, other/repo@0123abc",
    "0123456789abcdef0123456789abcdef01234567 and 0123abc",
    "a | b || c \\| d",
    "`code` ``` and ~~~ and ``x``",
    "*a* _b_ **c** ~~d~~",
    "# heading\n## two\n- list\n1. one\n> quote\n---\n```\ncode\n",
    "    indented",
    "&lt;b&gt; &#64;user &amp;",
    "$x^2$ and $$y$$",
    ":tada: :+1:",
    "<!-- comment -->",
    "]]> <![CDATA[ <?php",
    "- [ ] task",
    "[^1]: note [^1]",
    "[ref]: https://evil.example",
]
PIECES = st.lists(st.sampled_from([*HOSTILE, *"<>&|`*_[]()!#@$:~\\\n -+.=", "www.", "http://", "a", "1", "deadbeef"]), max_size=12)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), PIECES.map("".join))
GFM = marko.Markdown(extensions=["gfm"])
COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


class Seen(HTMLParser):
    """The tags, attributes and texts of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.texts = list[str](), list[str](), list[str]()
        self.plain, self._open = list[str](), list[str]()
        self.feed(html)
        self.close()
        assert not self._open, "a tag stays open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs if name not in {"align", "style"}]
        if tag not in NO_CONTENT:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if "code" not in self._open:
            self.plain.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


def rendered(markdown: str) -> list[Seen]:
    return [Seen(GFM.convert(markdown)), Seen(COMMONMARK.render(markdown))]


def assert_harmless(seen: Seen) -> None:
    assert {*seen.tags} <= OURS
    assert seen.attributes == []
    # Markdown looks into our code for addresses, which a host would link as well.
    assert all("@" not in text or text == "@" for text in seen.texts)
    for text in seen.plain:
        # What a host makes links of after rendering, in text that is no code.
        assert not re.search(r"[@#$]|://|(?i:\bwww\.|\bgh-\d)|:[\w+-]+:", text), text
        assert not re.search(r"(?<![0-9A-Za-z])[0-9a-fA-F]{7,64}(?![0-9A-Za-z])", text), text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    for seen in rendered(f"<code>x</code> {markdown_text(text)}"):
        assert_harmless(seen)
        assert "".join(seen.texts).split() == ["x", *text.split()]


@given(TEXTS)
def test_no_text_comes_alive_in_a_line(text: str) -> None:
    for seen in rendered(
        f"- {markdown_code(text)}: {markdown_text(text)}<br><b>{markdown_text(text)}</b>"
    ):
        assert_harmless(seen)
        assert seen.tags.count("br") == 1
        assert seen.tags.count("li") == 1


@given(st.lists(TEXTS, min_size=4, max_size=4))
def test_no_text_breaks_a_table(texts: list[str]) -> None:
    cells = " | ".join(markdown_code(text) + markdown_text(text) for text in texts)
    for seen in rendered(f"| A | B | C | D |\n|---|---|---|---|\n| {cells} |\n"):
        assert_harmless(seen)
        assert seen.tags.count("td") == 4
        assert seen.tags.count("tr") == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a[U+202E RIGHT TO LEFT OVERRIDE]b"),
        ("a\u200bb", "a[U+200B ZERO WIDTH SPACE]b"),
        ("a\x07b", "a[U+0007]b"),
        ("30\N{NO-BREAK SPACE}%", "30 %"),
        ("a\N{COMBINING ACUTE ACCENT}", "a[U+0301 COMBINING ACUTE ACCENT]"),
    ],
)
def test_what_cannot_be_seen_is_named(text: str, shown: str) -> None:
    for seen in rendered(f"<code>x</code>{markdown_text(text)}"):
        assert "".join(seen.texts).strip() == f"x{shown}"


def hostile(repository) -> None:  # type: ignore[no-untyped-def]
    """Labels, notes, reasons and titles that would act, if they were Markdown."""
    money = repository.root / "seeds/facts/money.yaml"
    text = money.read_text("utf-8")
    for number, words in enumerate(HOSTILE):
        quoted = words.replace("\n", " ").replace("'", "''")
        text += f"\n- id: hostile-{number}\n  label: {{en: '{quoted}'}}\n  indicator: fare\n  period: 2024\n  value: {number + 1}\n  unit: EUR\n  note: {{en: '{quoted}'}}\n  quote: {{article: laagwerf-2024-03-05, exact: '{quoted}'}}\n"  # fmt: skip
    text = text.replace(
        "label: {en: Single ticket at first}",
        "label: {en: '@all <b>x</b> | [y](z) ![a](b) #1 </details>'}",
    )
    money.write_text(text, "utf-8")


def test_a_whole_comment_holds_nothing_but_ours(repository) -> None:  # type: ignore[no-untyped-def]
    hostile(repository)
    code, out, _ = repository.run("HEAD", "--format", "markdown")
    assert code == 1
    for seen in rendered(out):
        assert_harmless(seen)
        assert seen.tags.count("details") == seen.tags.count("summary") >= 3
        whole = "".join(seen.texts)
        assert "@all <b>x</b> | [y](z) ![a](b) #1 </details>" in " ".join(whole.split())


def test_the_name_of_a_revision_is_text_too(repository) -> None:  # type: ignore[no-untyped-def]
    name = "a|b@all#1`x`<b>"
    repository.git("update-ref", f"refs/heads/{name}", "HEAD")
    hostile(repository)
    _, out, _ = repository.run(name, "--format", "markdown")
    for seen in rendered(out):
        assert_harmless(seen)
    _, out, _ = repository.run(name)
    assert out.startswith(f"{name} → the working tree: ")


def test_a_comment_fits_and_says_how_much_it_leaves_out(
    repository, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    hostile(repository)
    for most in (60_000, 8_000, 5_000, 3_000):
        monkeypatch.setattr(in_markdown, "MOST_CHARACTERS", most)
        out = repository.markdown()
        assert len(out) <= most
        for seen in rendered(out):
            assert_harmless(seen)
            assert seen.tags.count("details") == seen.tags.count("summary")
        if most < 60_000:
            assert "<code>briefing diff HEAD</code>" in out
            assert re.search(r"… and \d+ more; run |Left out: ", out)


def test_the_bound_is_what_a_host_takes() -> None:
    assert MOST_CHARACTERS == 60_000


def test_the_first_line_says_it_all_and_what_weighs_most_is_a_table(repository) -> None:  # type: ignore[no-untyped-def]
    repository.edit("seeds/facts/money.yaml", "value: 3.1e6", "value: 31e6")
    first, *rest = repository.markdown().splitlines()
    assert first == (
        "<b>1 edited figure is not proven, 2 more are not proven, 1 chart differs, 3 pages differ</b> "
        "(<code>HEAD</code> → <code>the working tree</code>)"
    )
    assert rest[:6] == [
        "",
        "⚠ 1 finding in <code>the working tree</code>: what is not proven there could not be compared.",
        "",
        "### Look at these first",
        "",
        "| Figure | Was | Is | Why look |",
    ]
    assert rest[7].startswith(
        "| <code>revenue-2023</code> | 3.1 million EUR | <b>31 million EUR</b> | tenfold: 10 times as much"
    )


def test_nothing_changed_is_one_line(repository) -> None:  # type: ignore[no-untyped-def]
    assert repository.markdown() == (
        "<b>nothing differs</b> (<code>HEAD</code> → <code>the working tree</code>)\n"
    )
