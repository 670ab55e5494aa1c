"""A link in a text dials, or texts, the number that it shows."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

from guide.dialect.lines import ATTRIBUTE
from guide.model.guide import Guide
from guide.model.problems import Problem
from guide.text.addresses import parts_of
from guide.text.phone import number_of, numbers_in

SCHEMES = ("tel", "sms")


def check_dialled(guide: Guide) -> Iterator[Problem]:
    """Of every page. A link that shows no figures says in words whom it reaches."""
    for page in guide.pages:
        reader = _Calls()
        reader.feed(page.html)
        reader.close()
        for address, shown, line in reader.calls:
            number = number_of(unquote(parts_of(address).path.partition(";")[0]))
            if not number or (any(map(str.isdecimal, shown)) and number not in numbers_in(shown)):
                yield Problem(
                    page.source,
                    line,
                    f"“{' '.join(shown.split())}” is shown, and the link is to “{address}”.",
                    "Somebody in need would press the one, and reach the other, or nobody.",
                    "Write the same figures in both:  [0808 2000 247](tel:08082000247)",
                )


class _Calls(HTMLParser):
    """Finds each link to a telephone: where it leads, what it shows, and its line."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, str, int]] = []
        self.line = 1
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        line = attributes.get(ATTRIBUTE, "")
        self.line = int(line) if line.isdecimal() else self.line
        if tag in ("a", "area"):
            address = attributes.get("href", "").strip()
            calls = parts_of(address).scheme in SCHEMES
            self.inside = calls and tag == "a"
            if calls:
                self.calls.append((address, attributes.get("alt", ""), self.line))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "a"

    def handle_data(self, data: str) -> None:
        if self.inside:
            address, shown, line = self.calls[-1]
            self.calls[-1] = (address, shown + data, line)
