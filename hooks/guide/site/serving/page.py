"""What a page that is looked at by its author carries besides: it is loaded anew by itself, and shows what is wrong."""

from collections.abc import Mapping
from hashlib import sha256
from html import escape
from typing import Any
from urllib.parse import quote

from guide.renderers.policy import without_policy
from guide.site.serving.guard import policy_of_page

POLL = "~serve/"
"""Where a page asks whether it is still as it was, below the address of the site."""
BEGIN, END = "<!-- only while it is served -->\n", "\n<!-- to here -->"
SCRIPT = """
(() => {
  const stamp = "%(stamp)s", ask = "%(below)s%(poll)s?" + new URLSearchParams({at: location.pathname, stamp});
  let asking;
  const poll = async () => {
    asking = new AbortController();
    try {
      const answer = await fetch(ask, {cache: "no-store", signal: asking.signal});
      if (answer.status === 205) return location.reload();
      setTimeout(poll, answer.ok ? 0 : 1000);
    } catch (error) {
      if (error.name !== "AbortError") setTimeout(poll, 1000);
    }
  };
  addEventListener("visibilitychange", () => document.hidden ? asking.abort() : poll());
  addEventListener("pagehide", () => asking?.abort());
  if (document.hidden) asking = new AbortController(); else poll();
})();
"""
STYLE = """
#guide-problems { position: fixed; inset: auto 0 0 0; z-index: 99; max-height: 45vh; overflow: auto;
  background: #fff4e5; color: #222; border-top: 3px solid #b3261e; padding: .5rem 1rem }
#guide-problems summary { font: bold 1rem/1.5 sans-serif }
#guide-problems pre { white-space: pre-wrap; font: .85rem/1.4 monospace; background: none; color: inherit }
"""
BAR = """\
<style>%(style)s</style>
<details id="guide-problems" role="status"%(open)s>
<summary>%(summary)s</summary>
<pre>%(texts)s</pre>
</details>"""
WAITING = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>%(title)s</title>
</head>
<body>
<h1>%(title)s</h1>
<p>%(line)s</p>
</body>
</html>
"""
MADE = ("The site is being made", "This page is loaded anew by itself as soon as there is something to see.")
STOPPED = (
    "The site cannot be made",
    "What is wrong stands below. This page is loaded anew when it is mended.",
)
Said = Mapping[str, Any]
"""Problems as people are told them: `texts`, how many of them are `errors`, and the `summary`."""


def stamp_of(body: bytes | None, problems: Said | None, beside: int) -> str:
    """What is another whenever a browser should load a page anew. `beside` counts the changes beside all pages."""
    content = repr((body, problems and problems["texts"], beside))
    return sha256(content.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def with_tools(body: bytes, problems: Said | None, stamp: str, below: str) -> tuple[bytes, str]:
    """A page with the script that loads it anew and a bar that says what is wrong, and the policy to send with it.

    The page's own policy knows neither, so it is taken out.
    """
    page = body.decode("utf-8", "surrogateescape")
    script = SCRIPT % {"stamp": stamp, "below": quote(below), "poll": POLL}
    tools = f"{BEGIN}{_bar(problems)}<script>{script}</script>{END}"
    start, end, rest = without_policy(page).rpartition("</body>")
    shown = start + tools + end + rest if end else rest + tools
    return shown.encode("utf-8", "surrogateescape"), policy_of_page(page, STYLE, script)


def waiting_page(problems: Said | None) -> bytes:
    """What is shown while there is nothing else to show."""
    title, line = STOPPED if problems else MADE
    return (WAITING % {"title": title, "line": line}).encode()


def _bar(problems: Said | None) -> str:
    if not problems or not problems["texts"]:
        return ""
    texts, opened = escape("\n\n".join(problems["texts"])), " open" * bool(problems["errors"])
    return BAR % {"style": STYLE, "open": opened, "summary": escape(problems["summary"]), "texts": texts} + "\n"
