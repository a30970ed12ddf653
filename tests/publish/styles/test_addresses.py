"""Addresses in a sheet lead to the same files, wherever the sheet goes."""

import pytest

from generator.publish.styles.addresses import has_relative_address, moved


@pytest.mark.parametrize(
    ("css", "is_relative"),
    [
        ("a{background:url(x.png)}", True),
        ("a{background:url( 'x.png' )}", True),
        ('a{background:URL("../x.png")}', True),
        ("a{background:image-set('x.png' 1x)}", True),
        ("a{background:url(data:image/png;base64,AAAA)}", False),
        ('a{background:url( "data:image/svg+xml,<svg/>" )}', False),
        ("a{fill:url(#g)}", False),
        ("a{background:url(/x.png)}", False),
        ("a{background:url(https://example.org/x.png)}", False),
        ("a{color:red}", False),
    ],
)
def test_addresses_beside_the_sheet_are_seen(css: str, is_relative: bool) -> None:
    assert has_relative_address(css) is is_relative


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a{background:url(x.png)}", 'a{background:url("theme/css/x.png")}'),
        ("a{background:url('../x.png?a#b') 0}", 'a{background:url("theme/x.png?a#b") 0}'),
        ("@media print{a{b:url(../../../x.png)}}", '@media print{a{b:url("../x.png")}}'),
        ("a{b:image-set('x.png' type('y'))}", 'a{b:image-set("theme/css/x.png" type("y"))}'),
        ("a{content:'url(x.png)'}", 'a{content:"url(x.png)"}'),
        ("a{b:url(#c) url(/d) url(data:,e)}", "a{b:url(#c) url(/d) url(data:,e)}"),
    ],
)
def test_a_moved_sheet_names_the_same_files(css: str, expected: str) -> None:
    assert moved(css, "assets/theme/css/a.css", "assets") == expected
