"""The direction of a language."""

import pytest
from guide.text.direction import is_from_right


@pytest.mark.parametrize(
    ("language", "from_right"),
    [
        ("en", False),
        ("he", True),
        ("fa_IR", True),
        ("ku", False),
        ("ku-Arab", True),
        ("az-Latn-IR", False),
        ("", False),
    ],
)
def test_direction(language, from_right):
    """By the language, or by its script where that is named."""
    assert is_from_right(language) is from_right
