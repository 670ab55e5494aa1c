"""Whom a guide's data names, by hosts and letters."""

import pytest
from guide.checks.known_places import Known
from guide.text.addresses import parts_of


@pytest.mark.parametrize("host", ["facebook.com", "www.facebook.com", "m.facebook.com"])
def test_a_place_on_a_host_of_many_says_nothing_of_another(host):
    """Whatever part of such a host the directory names."""
    known = Known([{"url": f"https://{host}/refuge"}])

    assert known.has(parts_of(f"https://{host}/refuge/"))
    assert not known.has(parts_of(f"https://{host}/stranger"))
    assert known.has_contact("m.facebook.com", "m.facebook.com/refuge")
    assert not known.has_contact("m.facebook.com", "m.facebook.com/stranger")
