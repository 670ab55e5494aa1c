"""What nginx and Caddy write down."""

import re
from datetime import date


def test_the_log_knows_nobody(server):
    """A line has the day and what was sent: no address, no browser, no page that led here, nothing that was asked."""
    server.get(
        "/steps/own/?asked=typed-in", User_Agent="Seen/1", Referer="https://from.example/", X_Forwarded_For="9.8.7.6"
    )
    server.get("/not-here?asked=typed-in", User_Agent="Seen/1", Cookie="kept=typed-in")
    written = server.written("steps/own/", "404")

    assert date.today().isoformat() in written
    for word in ("127.0.0.1", "9.8.7.6", "typed-in", "Seen", "from.example", "localhost"):
        assert word not in written, word
    assert not re.search(r"\d\d:\d\d", written)
