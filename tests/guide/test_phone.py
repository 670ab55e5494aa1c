"""What a telephone dials."""

import pytest
from guide.text.phone import number_of


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("0808 2000 247", "08082000247"),
        ("1-800-799-7233", "18007997233"),
        ("0800.456.450", "0800456450"),
        ("0800\u00a0456\u2011450", "0800456450"),
        ("000 (112 from a mobile also works)", "000"),
        ("14490 (short code) / 7827170170", "14490"),
        ("079, option 1", "079"),
        ("10111 / 112", "10111"),
        ("*765", "*765"),
        ("*#31#", "*#31#"),
        ("(02) 9999 1234", "0299991234"),
        ("1 (800) 799-7233", "18007997233"),
        ("+44 (0)808 2000 247", "+448082000247"),
        ("+44(0)808 2000 247", "+448082000247"),
        ("+44 808 2000 247 (free)", "+448082000247"),
        (" 988 ", "988"),
    ],
)
def test_what_is_dialled(phone, dialled):
    """The first number of a line, however it is written, whatever is said after it."""
    assert number_of(phone) == dialled


@pytest.mark.parametrize(
    "phone",
    [
        "",
        "see website",
        "1-800-799-SAFE",
        "1-800-799-SAFE (7233)",
        "0800 FLOWERS",
        "Call 999",
        "24h: 0800 456 450",
        "24/7 on 0800 456 450",
        "030 / 123 456",
        "91 / 123 45 67",
        "0800 / 111 0 111",
        "116 123 - 116 006",
        "111 or 999",
        "000 (112)",
        "0044 (0)808 2000 247",
        "(+44) 808 2000 247",
        "02",
        "0808 2000 247 0808 2000 247",
        "٠٨٠٠ ٤٥٦ ٤٥٠",
    ],
)
def test_what_might_be_another_number(phone):
    """What is no number, or only part of one, or may be two, is dialled by nobody."""
    assert number_of(phone) == ""
