"""`_headers`: what a host sends along with each file, in the form that Netlify and Cloudflare Pages read.

Each page carries its own policy already. This says it again where no page can take it back, and adds what a page
cannot say of itself. One rule serves a folder of pages, for Cloudflare reads 100 rules and 2,000 characters a line:
the policy of a folder allows what any page in it needs, and each page's own policy still holds it to its own.
Sources: developers.cloudflare.com/pages/configuration/headers, docs.netlify.com/routing/headers.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from guide.policy import policy_of
from guide.renderers.speculation import ADDRESS
from guide.renderers.worker import ADDRESS as WORKER

MOST_RULES, LONGEST_LINE = 100, 2000
FRAMES = "frame-ancestors 'none'"
# What a page may ask of a device and none of ours ever does.
NEVER = (
    "accelerometer",
    "bluetooth",
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
# Where two rules match, Cloudflare sends both values and Netlify the nearer one: no header may depend on which.
# The full policy is for pages alone, as it would keep a browser's own viewer from showing a PDF.
EVERYWHERE = {
    "Content-Security-Policy": FRAMES,
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NEVER),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# No file carries its version in its name. Pages and PDFs are asked for anew each time, as both hosts do unless told
# otherwise; styles and scripts last for a sitting, so that the second page needs nothing but itself.
SITTING = {"Cache-Control": "public, max-age=3600"}
# A worker is no page, and has no policy but that of its own file: it may fetch from here, and nothing else.
WORKING = {"Content-Security-Policy": "default-src 'none'; connect-src 'self'", "Cache-Control": "no-cache"}
WORKSHEET = 'data-kind="worksheet"'


def render_headers(pages: Mapping[str, str], site_url: str) -> str:
    """The file, from the built pages: {path in the site: HTML}. What a host could not read is left out of it.

    `site_url` is where the site is, "" for the root of its host.
    """
    # Told in a header, the rules cost a page no bytes; but they are one more file, and a worksheet asks for enough.
    ahead = {"Speculation-Rules": f'"{urlsplit(site_url).path or "/"}{ADDRESS}"'}
    rules = {
        "/*": EVERYWHERE,
        "/assets/*": SITTING,
        "/search/*": SITTING,
        f"/{WORKER}": WORKING,
        f"/{ADDRESS}": {"Content-Type": "application/speculationrules+json"},
    }
    for pattern, texts in _folders(pages).items():
        policy = f"{policy_of(*texts)};{FRAMES}"
        if len(rules) < MOST_RULES and len(policy) < LONGEST_LINE - len("  Content-Security-Policy: "):
            asks_enough = any(WORKSHEET in html for html in texts)
            rules[pattern] = {"Content-Security-Policy": policy, **({} if asks_enough else ahead)}
    return "\n".join(_rule(pattern, headers) for pattern, headers in rules.items())


def _folders(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """The pages by the pattern that stands for them: `/steps/*`, or a page's own address at the top."""
    folders: dict[str, list[str]] = {}
    for path, html in sorted(pages.items()):
        first, below, _ = path.partition("/")
        pattern = f"/{first}/*" if below else "/" + first.removesuffix("index.html")
        folders.setdefault(pattern, []).append(html)
    return folders


def _rule(pattern: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{pattern}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
