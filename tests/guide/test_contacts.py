"""Whom a text asks to write to, in signs or in words; and what only looks like that."""

import pytest
from guide.text.contacts import contacts_in, written_to_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to hello at mendfriends dot org.", {"hello@mendfriends.org"}),
        ("hello at mendfriends dot org", {"hello@mendfriends.org"}),
        ("Write to hello at mendfriends.org.", {"hello@mendfriends.org"}),
        ("hello@mendfriends.org", {"hello@mendfriends.org"}),
        ("hello (at) mendfriends [dot] org", {"hello@mendfriends.org"}),
        ("Find Mend Friends on Telegram.", {"mend friends"}),
        ("Speak to Dave on WhatsApp", {"dave"}),
        ("You can reach “Listeners” by Signal.", {"listeners"}),
        ("Find out more at mend.org.", set()),
        ("Find a cup at kettles.org, or write to your partner at once.", set()),
        ("Who finds their partner's photos on Facebook may write on Telegram.", set()),
        ("We met Anna on Signal.", set()),
        ("name@3.1", set()),
    ],
)
def test_who_is_written_to(text, expected):
    """Each is among those whom a safety page may not show, either."""
    assert written_to_in(text) == expected
    assert expected <= contacts_in(text)
