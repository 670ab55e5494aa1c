"""Each country of the help lines has its own name: under another's, somebody would be given the wrong numbers."""

import yaml
from babel import Locale
from conftest import DOCS

NO_COUNTRY = {"EU"}
"""What stands for several, in words of our own."""


def test_countries_have_their_own_names():
    """A code and a name belong together by the list of ISO 3166, as CLDR puts it into English."""
    countries = yaml.safe_load((DOCS / "_data/countries.yml").read_text(encoding="utf-8"))
    known = Locale("en").territories

    assert len(countries) > 10
    assert [one for one in countries if one["code"] not in NO_COUNTRY and known.get(one["code"]) != one["name"]] == []
