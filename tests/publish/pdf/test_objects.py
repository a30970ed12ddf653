"""What is read from a printed PDF, and what is replaced in it."""

from datetime import date

from generator.publish.pdf.objects import page_numbers, with_counted_nodes, with_date

PRINTED = b"""%PDF-1.4
1 0 obj
<</CreationDate (D:20260102030405+00'00')
/ModDate (D:20260102030405-11'30')>>
endobj
2 0 obj
<</Type /Page
/Parent 8 0 R>>
endobj
3 0 obj
<</Type /Page
/Parent 9 0 R>>
endobj
4 0 obj
<</Type /Page
/Parent 9 0 R>>
endobj
8 0 obj
<</Type /Pages
/Count 3
/Kids [2 0 R 9 0 R]>>
endobj
9 0 obj
<</Type /Pages
/Kids [4 0 R 3 0 R]>>
endobj
10 0 obj
<</chapter-1 [2 0 R /XYZ 6 747.4 0]
/chapter-2--a [3 0 R /XYZ 6 826.1 0]
/chapter-3 [77 0 R /XYZ 6 826.1 0]>>
endobj
11 0 obj
<</Type /Catalog
/Pages 8 0 R
/Dests 10 0 R>>
endobj
"""


def test_a_link_target_is_on_the_page_that_the_tree_counts() -> None:
    assert page_numbers(PRINTED) == {"chapter-1": 1, "chapter-2--a": 3}


def test_what_cannot_be_read_has_no_numbers() -> None:
    assert page_numbers(b"%PDF-2.0 compressed") == {}
    looped = PRINTED.replace(b"[4 0 R 3 0 R]", b"[9 0 R 9 0 R]")
    assert "chapter-2--a" not in page_numbers(looped)


def test_the_hour_of_making_is_gone_and_every_offset_holds() -> None:
    mended = with_date(PRINTED, date(2025, 3, 8))
    assert len(mended) == len(PRINTED)
    assert mended.count(b"(D:20250308000000+00'00')") == 2
    assert b"2026" not in mended


def test_named_nodes_are_counted_from_one_in_their_order() -> None:
    early = b"/ID (node0000019F) /Headers [(node000001a0) (node0000019F)] /Limits [(node0000019F) (node000001a0)]"
    late = early.replace(b"19F", b"19E").replace(b"1a0", b"19F")
    assert early != late
    assert with_counted_nodes(early) == with_counted_nodes(late)
    assert with_counted_nodes(early).startswith(
        b"/ID (node00000001) /Headers [(node00000002) (node00000001)]"
    )
    assert len(with_counted_nodes(early)) == len(early)
