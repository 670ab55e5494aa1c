"""The direction of a language."""

import pytest
from guide.text.direction import is_from_right, with_numbers_apart


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


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>النجدة 0808 2000 247</p>", '<p>النجدة <bdi dir="ltr">0808 2000 247</bdi></p>'),
        ("<p>קו +44 (0)20 7946</p>", '<p>קו <bdi dir="ltr">+44 (0)20 7946</bdi></p>'),
        ("<p>א <b>*2000#</b> 12 345</p>", '<p>א <b><bdi dir="ltr">*2000#</bdi></b> <bdi dir="ltr">12 345</bdi></p>'),
        ('<p title="א > 08 08 08">1</p>', '<p title="א > 08 08 08">1</p>'),
        (
            "<title>א 08 08 08</title><script>א 08 08 08</script>",
            "<title>א 08 08 08</title><script>א 08 08 08</script>",
        ),
        ("<p>א 20-30, 24/7 and 2026</p>", "<p>א 20-30, 24/7 and 2026</p>"),
        ("<p>Ring 0808 2000 247</p>", "<p>Ring 0808 2000 247</p>"),
        ("<p>א <bdi>0808 2000 247</bdi></p>", "<p>א <bdi>0808 2000 247</bdi></p>"),
    ],
)
def test_numbers_apart(written, shown):
    """Numbers beside letters from the right are set apart; all else, and other pages, stay as they are."""
    assert with_numbers_apart(written) == shown
