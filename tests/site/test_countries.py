"""Each country of the help lines has its own name: under another's, somebody would be given the wrong numbers."""

import yaml
from babel import Locale
from projects import DOCS

NO_COUNTRY = {"EU"}
"""What stands for several, in words of our own."""


def test_countries_have_their_own_names():
    """A code and a name belong together by the list of ISO 3166, as CLDR puts it into English."""
    countries = yaml.safe_load((DOCS / "_data/countries.yml").read_text(encoding="utf-8"))
    known = Locale("en").territories

    assert len(countries) > 10
    assert [one for one in countries if one["code"] not in NO_COUNTRY and known.get(one["code"]) != one["name"]] == []


def test_a_region_is_said_once():
    """It stands before who a line is for, so what follows need not say it again."""
    lines = yaml.safe_load((DOCS / "_data/help-lines.yml").read_text(encoding="utf-8"))
    placed = [line for line in lines if line.get("region")]

    assert len(placed) > 4
    assert [line["note"] for line in placed if (line.get("note") or "").startswith(f"For {line['region']}")] == []
