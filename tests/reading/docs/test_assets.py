"""Drawings only draw: what is nested without bound is none, since browsers draw by recursion."""

from generator.reading.docs.assets import find_active

HEAD = b'<svg xmlns="http://www.w3.org/2000/svg">'


def test_a_drawing_nests_only_so_many_elements() -> None:
    assert find_active("p.svg", HEAD + b"<g>" * 150 + b"</g>" * 150 + b"</svg>") is None
    assert find_active("p.svg", HEAD + b"<g></g>" * 5000 + b"</svg>") is None
    found = find_active("p.svg", HEAD + b"<g>" * 50_000 + b"</g>" * 50_000 + b"</svg>")
    assert found is not None
    assert "nests more than" in found.message
