"""The table for notebooks."""

from tests.views.sample import hostile_timeline, large_timeline, sample_timeline

from dateline.views.table import MAX_ROWS, timeline_html_fragment


def test_the_table_says_date_status_and_roles() -> None:
    table = timeline_html_fragment(sample_timeline())
    assert "2018-03-05 … 11, a day in that week" in table
    assert "✗ did not happen" in table
    assert "Helga Brandt (agent)" in table


def test_the_table_escapes_every_word_of_a_text() -> None:
    table = timeline_html_fragment(hostile_timeline())
    assert "<script" not in table
    assert "<img" not in table
    assert "&lt;script&gt;" in table


def test_a_long_timeline_is_cut_and_says_so() -> None:
    table = timeline_html_fragment(large_timeline(MAX_ROWS + 7))
    assert table.count("<tr>") == MAX_ROWS + 1
    assert "… and 7 more events." in table
