"""What a host sends along with each file of a site, as plain data; the files beside this one write it for each host.

Each page carries its own policy already. This says it again where no page can take it back, and adds what a page
cannot say of itself. It is read from the finished pages alone, so that it is true of any folder that holds a site.
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

from guide.editions.on_device import ADDRESS as WORKER
from guide.renderers.policy import policy_in, policy_of
from guide.renderers.speculation import ADDRESS
from guide.site.assets import FOLDER
from guide.site.compress import TEXT

Headers = dict[str, str]

SECURE = "Strict-Transport-Security"
FRAMES = "frame-ancestors 'none'"
# What a page may ask of a device and none of ours ever does.
NEVER = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "serial",
    "usb",
)
# The full policy is for pages alone, as it would keep a browser's own viewer from showing a PDF.
EVERYWHERE = {
    "Content-Security-Policy": FRAMES,
    # No other site holds a window of ours, nor has a file of ours shown among its own.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NEVER),
    "Referrer-Policy": "no-referrer",
    # A year, for this host alone: what stands on its neighbours is theirs to say.
    SECURE: "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}
# Pages, PDFs and most other files are asked for anew each time; so are the rules for fetching ahead, as a page may have
# become one about safety. Scripts and styles last for good, for their address changes with them: the second page needs
# nothing but itself. The search's index, which is large, lasts for a sitting. A page about safety is not put away at
# all: neither on the disk nor, in most browsers, asleep for "Back".
ANEW = {"Cache-Control": "no-cache"}
NEVER_KEPT = {"Cache-Control": "no-store"}
SITTING = {"Cache-Control": "public, max-age=3600"}
FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
# A worker is no page, and has no policy but that of its own file: it may fetch from here, and nothing else.
WORKING = {"Content-Security-Policy": "default-src 'none'; connect-src 'self'", **ANEW}
SPECULATION = {"Content-Type": "application/speculationrules+json"}
# What a browser opens as a document though it is no page, and would run what stands in it: in a sandbox nothing runs,
# and what it may load is looked at by the build. Each page asks for a drawing, its icon, so the words are few.
SEEN_ONLY = ("svg", "svgz", "xht", "xhtml", "xml", "xsl")
STILL = {"Content-Security-Policy": f"sandbox;{FRAMES}"}
ENDING = "/*."
"""How the pattern of all files of one ending begins: `/*.svg`, in whatever folder."""
WORKSHEET, SAFETY = 'data-kind="worksheet"', 'data-kind="safety"'
# What hosts read for themselves, and show to nobody.
FOR_HOSTS = ("_headers", "_redirects")
# Nor files whose names begin with a dot, and compressed copies: a host sends those in their file's stead.
HIDDEN = rf"/\.|/({'|'.join(FOR_HOSTS)})$|({'|'.join(re.escape(kind) for kind in sorted(TEXT))})\.(br|gz)$"
UTF8 = "; charset=utf-8"
TYPES = {
    "html": f"text/html{UTF8}",
    "css": f"text/css{UTF8}",
    "js": f"text/javascript{UTF8}",
    "txt": f"text/plain{UTF8}",
    "md": f"text/markdown{UTF8}",
    "json": "application/json",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "vtt": f"text/vtt{UTF8}",
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "zip": "application/zip",
    "webmanifest": "application/manifest+json",
}
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; ?url=([^"]*)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
INDEX = re.compile(r"(^|/)index\.html$")


@dataclass(frozen=True)
class Server:
    """A server of one's own, and how it is asked for.

    `listen` is `PORT` or `ADDRESS:PORT`; `certificate` names the files of a certificate and of its key.
    """

    folder: str
    listen: str
    name: str = ""
    certificate: tuple[str, str] | None = None


def address_of(path: str) -> str:
    """Where a page is found, from the site's root: `/steps/talk/` for `steps/talk/index.html`."""
    return "/" + INDEX.sub(r"\1", path)


def folder_of(path: str) -> str:
    """The pattern for a page and its neighbours: `/steps/*`, or a page's own address at the top."""
    first, below, _ = path.partition("/")
    return f"/{first}/*" if below else address_of(path)


@dataclass
class _Group:
    """What is known of pages that share one policy."""

    policies: list[str] = field(default_factory=list)
    asks_enough: bool = False


def rules_of(
    pages: Mapping[str, str], site_url: str, together: Callable[[str], str] = address_of
) -> dict[str, Headers]:
    """The rules by what they stand for: a file's address, `/folder/*` or `/*.ending`; the later one is the nearer one.

    `pages` are those of the built site, {path: HTML}. `site_url` is where the site is, "" for the root of its host.
    `together` says which pages share one policy: it allows what any of them needs, and each page's own policy still
    holds it to its own.
    """
    # Told in a header, the rules cost a page no bytes; but they are one more file, and a worksheet asks for enough.
    ahead = {"Speculation-Rules": f'"{base_of(site_url)}{ADDRESS}"'}
    rules: dict[str, Headers] = {
        "/*": EVERYWHERE,
        f"/{FOLDER}*": FOR_GOOD,
        "/search/*": SITTING,
        f"/{WORKER}": WORKING,
        f"/{ADDRESS}": SPECULATION,
    }
    groups: dict[str, _Group] = {}
    for path in sorted(pages):
        text, group = pages[path], groups.setdefault(together(path), _Group())
        group.policies.append(policy_in(text))
        group.asks_enough |= WORKSHEET in text
        if SAFETY in text:
            rules[address_of(path)] = NEVER_KEPT
    for pattern, group in groups.items():
        policy = {"Content-Security-Policy": f"{policy_of(*group.policies)};{FRAMES}"}
        rules[pattern] = {**rules.get(pattern, {}), **policy, **({} if group.asks_enough else ahead)}
    return rules | {f"{ENDING}{ending}": STILL for ending in SEEN_ONLY}


def headers_by_name(rules: Mapping[str, Headers]) -> dict[str, Headers]:
    """{header: {what it stands for: its value}}, for a server of one's own, which has to be told of every file."""
    names: dict[str, Headers] = {"Cache-Control": {"/*": ANEW["Cache-Control"]}}
    for pattern, headers in rules.items():
        for name, value in headers.items():
            names.setdefault(name, {})[pattern] = value
    return names


def redirects_of(pages: Mapping[str, str]) -> dict[str, str]:
    """{old address: new one}, both from the site's root, read from the pages that lead on."""
    found = {address_of(path): REFRESH.search(pages[path]) for path in sorted(pages)}
    return {old: urljoin(old, html.unescape(target[1])) for old, target in found.items() if target}


def base_of(site_url: str) -> str:
    """The path that a site stands below, as a link has it: `/`, or `/mend/`."""
    return quote(urlsplit(site_url).path or "/", safe="/%")


def site_url_of(pages: Mapping[str, str]) -> str:
    """Where a built site says that it is; "" where it does not say it."""
    home = CANONICAL.search(pages.get("index.html", ""))
    return html.unescape(home[1]) if home else ""
