"""Phrases written short."""

import pytest
from guide.search.phrases import fold


@pytest.mark.parametrize(
    ("phrases", "short"),
    [
        ([], ""),
        (["my chain"], "my chain"),
        (["i fell", "i keep falling", "it hurts"], "i(fell,keep falling),it hurts"),
        (["flat", "flat tyre", "flat tyre again"], "flat(,tyre(,again))"),
    ],
)
def test_what_begins_alike_is_written_once(phrases, short):
    """A phrase that another begins with ends in an empty place."""
    assert fold(phrases) == short
