"""`_headers` and `_redirects`, in the form that Netlify and Cloudflare Pages read.

One rule serves a folder of pages, for Cloudflare reads 100 rules and 2,000 characters a line. What a host could not
read is left out. Where two rules match, Cloudflare sends both values and Netlify the nearer one: no header may depend
on which. Both ask for a page anew where nothing is said. A host may send a rule's headers with "not found", too, which
browsers would then keep for a year: so only the scripts' folder that pages name is said to last, and none that a page
of another day asks for.
Sources: developers.cloudflare.com/pages/configuration/headers and /redirects, docs.netlify.com/routing/headers.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from guide.site.assets import FOLDER, LENGTH
from guide.site.hosting.rules import NEVER_KEPT, STILL, Headers, folder_of, redirects_of, rules_of

MOST_RULES, LONGEST_LINE = 100, 2000
# An address that would be read as another rule, as a header, or as a pattern (`*`, `:name`).
UNREADABLE = re.compile(r"[\x00-\x20\x7f*:]")
NAMED = re.compile(rf'(?:src|href)="(?:[^"]*/)?({re.escape(FOLDER)}[0-9a-f]{{{LENGTH}}}/)')


def render_headers(pages: Mapping[str, str], site_url: str) -> str:
    """`_headers`, from the built pages: {path in the site: HTML}; `site_url` is "" for the root of its host."""
    found = {
        pattern: headers
        for pattern, headers in _of_folders_there(rules_of(pages, site_url, folder_of), pages)
        if (headers is STILL or not UNREADABLE.search(pattern.removesuffix("*")))
        and all(len(f"  {name}: {value}") < LONGEST_LINE for name, value in headers.items())
    }
    # However many pages are about safety, there is room for the policies.
    too_many = [pattern for pattern, headers in found.items() if headers is NEVER_KEPT][MOST_RULES // 2 :]
    rules = [(pattern, headers) for pattern, headers in found.items() if pattern not in too_many]
    still = [rule for rule in rules if rule[1] is STILL]
    rules = [*[rule for rule in rules if rule not in still][: MOST_RULES - len(still)], *still]
    return "\n".join(_rule(pattern, headers) for pattern, headers in rules)


def render_redirects(pages: Mapping[str, str]) -> str:
    """`_redirects`; "" where no page has moved. A host that sends the page at the old address instead leads on too."""
    moved = redirects_of(pages).items()
    return "".join(f"{quote(old)} {quote(new, safe='/#%&')} 301\n" for old, new in moved)


def _of_folders_there(rules: Mapping[str, Headers], pages: Mapping[str, str]) -> Iterator[tuple[str, Headers]]:
    """The rules, that of all scripts' folders said of those alone that pages name."""
    for pattern, headers in rules.items():
        if pattern == f"/{FOLDER}*":
            named = sorted({folder for text in pages.values() for folder in NAMED.findall(text)})
            yield from ((f"/{folder}*", headers) for folder in named)
        else:
            yield pattern, headers


def _rule(pattern: str, headers: Headers) -> str:
    return "".join([f"{pattern}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
