"""The search, asked what people ask, in a real browser; beside stock Material's search on the same pages.

The filter of questions is asked the same, and judged by those queries that any question could answer.

A query is judged by what a reader sees of a result: its title, its heading and its address, never the line below it.
Grade 2 is the right page, 1 an acceptable one. `success@k`: an acceptable page among the first k.
"""

import collections
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

QUERIES = Path("tests/search/queries.jsonl")
INTENTS = Path("tests/search/intents.json")
REAL = Path("tests/search/real")
TAUGHT = Path("docs/_data/typed")
SETTLED = 60  # milliseconds without a change
SITES = {
    "ours": {
        "page": "",
        "open": "[data-guide=search-open]",
        "input": "[data-guide=search-input]",
        "ready": "[data-guide=search-results]:not([aria-busy])",
        "read": "() => [...document.querySelectorAll('[data-guide=search-result]')].map(a => [a.textContent, a.href])",
    },
    "filter": {
        "page": "faq/",
        "open": "[data-guide=question-filter]",
        "input": "[data-guide=question-filter]",
        "ready": ".filter [role=status]:not(:empty)",
        "read": """() => document.querySelector('.questions > ul').hidden ? [] :
            [...document.querySelectorAll('[data-guide=question]:not([hidden]) > a')]
                .map(a => [a.textContent, a.href])""",
    },
    "stock": {
        "page": "",
        "open": "[data-md-component=search-query]",
        "input": "[data-md-component=search-query]",
        "ready": ".md-search-result__meta",
        "read": """() => [...document.querySelectorAll('.md-search-result__item')].map(item => {
            const [link, below] = item.querySelectorAll('a[href]');
            const text = node => node?.querySelector('h1, h2')?.textContent ?? '';
            const shown = below && !below.closest('details:not([open])');
            return [text(link) + (shown ? ' › ' + text(below) : ''), link?.href ?? ''] })""",
    },
}


def load_queries(path: Path = QUERIES, half: str = "") -> list[dict[str, Any]]:
    """The queries with the judgements of what they intend; of one half (`seen`, `unseen`), or all."""
    intents = json.loads(INTENTS.read_text(encoding="utf-8"))
    return [{"rel": intents.get(one["intent"]), **one} for one in _lines(path) if half in ("", one.get("half"))]


def load_real(half: str, folder: Path = REAL, *, second: bool = False) -> list[dict[str, Any]]:
    """What real people ask, of one half (`seen`, `unseen`), judged by the topics that would be right or fair.

    They are so by the labels of the first reader, or of the second, who did not see those of the first
    and did not read all of them.
    """
    topics = json.loads((folder / "topics.json").read_text(encoding="utf-8"))
    queries = _lines(folder / f"{half}.jsonl")
    if second:
        labels = {one["id"]: one for one in _lines(folder / "second.jsonl")}
        queries = [_labelled_anew(one, labels[one["id"]]) for one in queries if one["id"] in labels]
    return [{**one, "rel": _judgement(one, topics)} for one in queries]


def _labelled_anew(query: dict[str, Any], label: dict[str, Any]) -> dict[str, Any]:
    """A query with another reader's labels: the topics, and who in danger is asking, if anybody."""
    kept = {name: value for name, value in query.items() if name != "reader"}
    if query["category"] == "safety" or "reader" in label:
        kept["category"] = "safety" if "reader" in label else "question"
    return {**kept, **label, "expect": "results" if label["right"] else "none"}


def agreement(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> dict[str, float]:
    """How far two readers' labels of the same queries agree; of who is asking, Cohen's kappa."""
    pairs = list(zip(first, second, strict=True))
    topics = [({*one["right"]}, {*other["right"]}) for one, other in pairs]
    nearly = [({*one["right"], *one["fair"]}, {*other["right"], *other["fair"]}) for one, other in pairs]
    readers = [(one.get("reader"), other.get("reader")) for one, other in pairs]
    of_one, of_other = (collections.Counter(column) for column in zip(*readers, strict=True))
    by_chance = sum(of_one[who] * of_other[who] for who in of_one) / len(pairs) ** 2
    alike = sum(one == other for one, other in readers) / len(pairs)
    return {
        "a right topic of both": sum(bool(one & other) or one == other for one, other in topics) / len(pairs),
        "right for one, right or fair for the other": sum(
            bool(right[0] & all_[1] or right[1] & all_[0]) or right[0] == right[1]
            for right, all_ in zip(topics, nearly, strict=True)
        )
        / len(pairs),
        "who is in danger, kappa": (alike - by_chance) / (1 - by_chance),
    }


def _judgement(query: dict[str, Any], topics: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """The page of a theme is fair where a right answer stands on it."""
    right, fair = ([topics[topic]["about"] for topic in query[how]] for how in ("right", "fair"))
    themes = sorted({page for topic in query["right"] for page in topics[topic]["within"]})
    return {"2": right, "1": fair + [rf"\| {page.replace('-', ' ')}\s*$" for page in themes]}


def taught_nowhere(queries: list[dict[str, Any]], folder: Path = TAUGHT) -> list[dict[str, Any]]:
    """Those that stand in no line that the search was taught: what it says of the others is what it was told."""
    taught = {_bare(line) for path in folder.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines()}
    return [query for query in queries if _bare(query["query"]) not in taught]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", re.sub(r"['’]", "", words.lower())))


def grade(query: dict[str, Any], title: str, url: str) -> int:
    """2, 1 or 0."""
    parts = urlsplit(url)
    last = next(reversed([part for part in parts.path.split("/") if part]), "")
    address = re.sub(r"[-_+%.]+", " ", unquote(f"{last} {parts.fragment}"))
    seen = re.sub(r"[’‘]", "'", f"{title} | {address}").lower()
    for points in ("2", "1"):
        if any(re.search(pattern, seen, re.IGNORECASE) for pattern in query["rel"].get(points, [])):
            return int(points)
    return 0


def ask(page, site: dict[str, str], words: str) -> tuple[list[list[str]], float]:
    """Type a query; what is shown once nothing changes any more, and how long the last letter took."""
    page.locator(site["input"]).first.fill(words[:-1])
    page.evaluate(WATCH)
    page.locator(site["input"]).first.press_sequentially(words[-1])
    page.wait_for_function(f"performance.now() - Math.max(window.typed, window.changed) > {SETTLED}")
    return page.evaluate(site["read"])[:10], page.evaluate("Math.max(0, window.changed - window.typed)")


WATCH = """() => {
  if (!window.watching) {
    const all = {childList: true, subtree: true, characterData: true};
    new MutationObserver(() => { window.changed = performance.now() }).observe(document.body, all);
    addEventListener('input', () => { window.typed = performance.now() }, true);
    window.watching = true;
  }
  window.typed = window.changed = performance.now();
}"""


def run(page, name: str, queries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Ask every query of one site, by a page of which the site's address is known."""
    site = SITES[name]
    page.goto(site["page"])
    page.locator(site["open"]).first.click()
    page.locator(site["input"]).first.fill("a")
    page.locator(site["ready"]).first.wait_for(state="attached")
    for query in queries:
        found, milliseconds = ask(page, site, query["query"])
        grades = [grade(query, title, url) for title, url in found]
        yield {**query, "found": found, "grades": grades, "ms": milliseconds}


def answerable(page, queries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The queries that some question on the index could answer, by its words."""
    page.goto(SITES["filter"]["page"])
    asked = page.evaluate(
        "[...document.querySelectorAll('[data-guide=question] > a')].map(a => [a.textContent, a.href])"
    )
    wanted = [query for query in queries if query["expect"] != "none"]
    return [query for query in wanted if any(grade(query, title, url) for title, url in asked)]


def first_result(page, name: str, words: str) -> float:
    """Milliseconds from opening a search that was not used before, with words typed at once, to its first result."""
    site = SITES[name]
    page.goto(site["page"])
    page.wait_for_load_state("networkidle")
    return page.evaluate(FIRST, {**site, "words": words})


# Everything as a reader's hands would do it, but without the hands' own time.
FIRST = """async ({open, input, read, words}) => {
  const found = eval(read), frame = () => new Promise(requestAnimationFrame), begun = performance.now();
  document.querySelector(open).click();
  while (!document.querySelector(input)) await frame();
  const field = document.querySelector(input);
  field.focus();
  field.value = words;
  for (const type of ["input", "keyup"]) field.dispatchEvent(new Event(type, {bubbles: true}));
  while (!found().length) await frame();
  return performance.now() - begun;
}"""


def milliseconds_of_a_large_guide(page, pages: int, queries: list[str]) -> list[float]:
    """How long each query takes over the index of a guide of so many pages, once all of it has come."""
    address = index_of(page)
    index = page.request.get(address).json()
    second = page.request.get(index["more"][0]).json()
    more = {f"search/large-{number}.json": copy for number, copy in enumerate(copies(second, pages))}
    whole = {**index, "more": [*index["more"], *more]}
    page.route(f"**/{address}", lambda route: route.fulfill(json=whole))
    page.route("**/search/large-*", lambda route: route.fulfill(json=more[urlsplit(route.request.url).path[1:]]))
    page.goto("")
    page.locator(SITES["ours"]["open"]).first.click()
    page.locator(SITES["ours"]["input"]).wait_for()
    return page.evaluate(LARGE, queries)


LARGE = """async (queries) => {
  const search = await guideSearch.load(searchRoot);
  await search.rest;
  const clocked = query => { const begun = performance.now(); search.find(query); return performance.now() - begun; };
  return queries.map(clocked);
}"""


def index_of(page) -> str:
    """Where the index of our site stands: it is called after the folder of the scripts."""
    page.goto("")
    script = page.locator("script[src$='/mend.js']").get_attribute("src")
    return f"search/{script.split('/')[-2]}.json"


def copies(index: dict[str, Any], pages: int) -> Iterator[dict[str, Any]]:
    """Pieces for an index of so many pages: this guide again and again, with other words of its own in its headings."""
    chance = random.Random(pages)
    words = " ".join(index["heading"]).split()
    for number in range(1, -(-pages // len(index["pages"]))):
        places = [[title, f"{number}/{address}"] for title, address in index["pages"]]
        yield {**index, "pages": places, "heading": [" ".join(chance.sample(words, 6)) for _ in index["heading"]]}
