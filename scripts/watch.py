"""What time has done to the guide, as the text of an issue: links that have gone, what is to be looked at again."""

import ipaddress
import re
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import quote

from guide.checks.help_lines import check_help_lines
from guide.checks.reviews import check_reviews
from guide.model.guide import Guide
from guide.model.problems import NOTICE, Problem
from guide.model.voices import in_markdown
from guide.reading.data_names import PUBLISHED
from guide.site.addresses import addresses_of
from guide.text.addresses import parts_of
from guide_mkdocs.build import read_guide
from guide_mkdocs.command import prepare

AT_ONCE = 8
PATIENCE = 20  # seconds, for each thing that a host sends
WHOLE = 30  # seconds, for all of an answer: a host may send a byte now and then for ever
RUN = 15 * 60  # seconds, for all answers: what is due is to be told in any case
LATE = "no answer (it took too long)"
LEFT = "not asked (others took too long)"
GONE = {404, 410}
NO_HOST = "no such host"
NONSENSE = "no answer (it was none that a browser could read)"
WEB = ("http://", "https://")
ENDS = re.compile(r"[\s<>`]")
"""What would end an address in Markdown."""
US = {"User-Agent": "Mozilla/5.0 (compatible; a weekly look at the links of a free guide)"}

KEEP = (
    "If one of them goes before a release, nobody is told.",
    "Add them:  PYTHONPATH=hooks python -m guide addresses",
)

Places = Mapping[str, list[str]]
"""{address: where it stands, as `docs/a.md:3`}."""


def outside(guide: Guide) -> Places:
    """Every address of the web that pages and data lead to."""
    found: dict[str, list[str]] = {}
    for page in guide.pages:
        for link in page.links:
            if link.target.startswith(WEB):
                found.setdefault(link.target, []).append(f"{page.source}:{link.line}")
    for name, data in guide.data.items():
        for text in _texts(data):
            if text.startswith(WEB):
                found.setdefault(text, []).append(f"{guide.data_file(name)}.yml:{getattr(text, 'line', 1)}")
    return dict(sorted(found.items()))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        yield from (text for value in data.values() for text in _texts(value))
    elif isinstance(data, list | tuple):
        yield from (text for value in data for text in _texts(value))


def due(guide: Guide) -> list[Problem]:
    """What was right on its day, and is to be looked at again."""
    looked = [problem for check in (check_reviews, check_help_lines) for problem in check(guide)]
    return [problem for problem in looked if problem.severity == NOTICE] + not_kept(guide)


def not_kept(guide: Guide) -> list[Problem]:
    """Addresses that the site has and its list has not; nothing where no list is kept."""
    listed = guide.data.get(PUBLISHED)
    new = sorted({*addresses_of(guide)} - {*listed}) if listed else []
    what = f"Addresses that are not listed yet: {len(new)}, such as {new[0]}." if new else ""
    return [Problem(guide.data_file(PUBLISHED), 1, what, *KEEP, NOTICE)] if new else []


class Onward(urllib.request.HTTPRedirectHandler):
    """Who sends us on to another address of the web is followed; who sends us into our own house is not."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The next thing to ask; nothing where it is not followed. What the host says besides may have no end."""
        fp.close()
        is_web = newurl.startswith(WEB) and is_public(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl) if is_web else None


def is_public(address: str) -> bool:
    """Whether a host is one of the web, and no machine of our own net; one that we cannot find is asked for."""
    try:
        found = socket.getaddrinfo(parts_of(address).hostname, None)
    except (OSError, ValueError):
        return True
    return all(ipaddress.ip_address(one[4][0]).is_global for one in found)


OPENER = urllib.request.build_opener(Onward)


def ask(address: str) -> str:
    """What an address answers: "" where it is there, "gone", or why that cannot be told, in our own words."""
    request = urllib.request.Request(address, headers=US)
    try:
        with OPENER.open(request, timeout=PATIENCE):
            return ""
    except urllib.error.HTTPError as error:
        return "gone" if error.code in GONE else f"answered {error.code}"
    except (ValueError, HTTPException):  # no address, nonsense
        return NONSENSE
    except OSError as error:  # no such host, no answer
        reason = getattr(error, "reason", error)
        if isinstance(reason, socket.gaierror):
            return NO_HOST
        return f"no answer ({reason})" if isinstance(reason, OSError) else NONSENSE


def in_time(ask: Callable[[str], str], whole: float = WHOLE, run: float = RUN) -> Callable[[str], str]:
    """The same question, given up after so many seconds, and not put at all once the run has taken so many."""
    end = time.monotonic() + run

    def asked(address: str) -> str:
        patience = min(whole, end - time.monotonic())
        if patience <= 0:
            return LEFT
        answer: list[str] = []
        # Nothing can end a thread that waits for a host. A daemon is not waited for, nor does it keep the program.
        thread = threading.Thread(target=lambda: answer.append(ask(address)), daemon=True)
        thread.start()
        thread.join(patience)
        return answer[0] if answer else LATE

    return asked


def answers(addresses: Iterable[str], ask: Callable[[str], str]) -> dict[str, str]:
    """{address: answer} of all that are not simply there; a second time is asked where the first told nothing.

    A host that has no address any more is gone, unless nobody has answered: then it is we who are cut off.
    """
    with ThreadPoolExecutor(AT_ONCE) as pool:
        asked = list(addresses)
        first = dict(zip(asked, pool.map(ask, asked), strict=True))
        unsure = [address for address, answer in first.items() if answer not in ("", "gone")]
        first |= zip(unsure, pool.map(ask, unsure), strict=True)
    gone = {"gone", NO_HOST} if "" in first.values() else {"gone"}
    return {address: "gone" if answer in gone else answer for address, answer in first.items() if answer}


def render(places: Places, answered: Mapping[str, str], problems: Iterable[Problem]) -> str:
    """The text of the issue; "" where nothing is to be done. What may only shun robots is told last, and opens none."""
    gone = [_link(one, places) for one, answer in answered.items() if answer == "gone"]
    late = [f"- `{one.path}:{one.line}` {in_markdown(one.what)} {in_markdown(one.mend)}" for one in problems]
    if not (gone or late):
        return ""
    unsure = [f"{_link(one, places)}: {in_markdown(answer)}" for one, answer in answered.items() if answer != "gone"]
    lists = {"Due": late, "Gone": gone, "Could not be told (some hosts shun programs)": unsure}
    return "\n".join(f"## {title}\n\n" + "\n".join(items) + "\n" for title, items in lists.items() if items)


def _link(address: str, places: Places) -> str:
    whole = ENDS.sub(lambda found: quote(found[0]), address)
    return f"- <{whole}> in {', '.join(f'`{place}`' for place in places[address])}"


def main(target: Path) -> int:
    """Write what is to be done, or nothing, into a file."""
    ready, problems = prepare(None)
    if ready is None:
        text = render({}, {}, problems)
    else:
        guide, _ = read_guide(*ready)
        places = outside(guide)
        text = render(places, answers(places, in_time(ask)), due(guide))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    print(text or "Nothing is due.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
