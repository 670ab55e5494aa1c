"""Who is answered while a site is served, and what an answer lets a browser do: nothing that an author wrote runs.

What is looked at may be a stranger's, and has not passed the checks. So each page has the policy of the build, told in
a header that also allows what loads it anew; and no other site may ask for anything, or show it within its own.
"""

import re
from collections.abc import Mapping

from guide.renderers.policy import policy_in, policy_of
from guide.site.hosting.rules import EVERYWHERE, FRAMES, SECURE, STILL

OURS = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?", re.IGNORECASE)
"""Names of this machine. One that leads here by another name would have its own pages read what is served."""
MISDIRECTED, FORBIDDEN = 421, 403
FROM_HERE = ("", "same-origin", "none")
"""Whence a browser asks: not at all, from this site, or by an address that somebody typed."""
TOP = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
POLICY = "Content-Security-Policy"
ALWAYS = {name: value for name, value in EVERYWHERE.items() if name not in (SECURE, POLICY)}


def refusal_of(asked: Mapping[str, str]) -> int:
    """The status by which a question with these headers is refused; 0 for one that is answered."""
    if not OURS.fullmatch(asked.get("Host", "")):
        return MISDIRECTED
    follows_link = all(asked.get(name) == value for name, value in TOP.items())
    return 0 if asked.get("Sec-Fetch-Site", "") in FROM_HERE or follows_link else FORBIDDEN


def policy_of_page(html: str, style: str, script: str) -> str:
    """The policy of a page that the build has made, with the one style and the one script that are put into it."""
    return f"{policy_of(policy_in(html), styles=[style], scripts=[script])};{FRAMES}"


def policy_of_file(kind: str) -> str:
    """The policy of what is no page: where a browser would show it as one, nothing in it runs."""
    return STILL[POLICY] if kind.startswith("text/") or "xml" in kind else FRAMES
