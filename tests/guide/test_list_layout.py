"""Where a list ends that is nested by less than Markdown's four spaces."""

import pytest
from guide.dialect.list_layout import nested

LISTS = {
    "a line that goes on below its item": ("- a\ngoes on\n  - b", "- a\ngoes on\n    - b"),
    "a text between two lists": ("- a\n    - b\n\nWords.\n\n- c\n  - d", "- a\n    - b\n\nWords.\n\n- c\n    - d"),
}


@pytest.mark.parametrize(("written", "read"), LISTS.values(), ids=LISTS)
def test_a_list_ends_at_a_text_after_an_empty_line(written, read):
    """A line right below an item belongs to it; what comes after an empty line and is not indented does not."""
    assert nested(written.split("\n")) == read.split("\n")
