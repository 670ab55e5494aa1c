"""What a run of queries comes to: shares with their intervals, of all who asked and by kind of reader."""

import functools
import math
import re
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ALARMS = Path("tests/search/alarms.txt")
# A plain way on, for a query that the guide does not answer.
WAY_ON = re.compile(r"^Browse\b")
ABOUT_READERS = ("country", "age", "role", "bond", "language", "reader")
ENOUGH = 10  # queries of a kind of reader, before a figure of their own says anything
SIGMAS = 1.96  # for an interval that holds the true share in 95 of 100 cases
Row = dict[str, Any]


class Share(NamedTuple):
    """How many of how many."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 of none."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval of 95 %, which holds for few and for extreme shares as well."""
        if not self.of:
            return 0.0, 1.0
        spread = SIGMAS**2 / self.of
        middle = self.value + spread / 2
        reach = SIGMAS * math.sqrt(self.value * (1 - self.value) / self.of + spread / (4 * self.of))
        return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.2f} ({low:.2f}–{high:.2f}, {self.of})"


def shares(rows: list[Row]) -> dict[str, Share]:
    """What is counted of one run. Where somebody is in danger, only a page for that reader is right."""
    asked = [row for row in rows if row["expect"] != "none"]
    danger = [row for row in asked if in_danger(row)]
    return {
        "success@1": _share(asked, lambda row: _best(row, 1) >= 1),
        "success@3": _share(asked, lambda row: _best(row, 3) >= 1),
        "typos success@3": _share(_of(asked, "typo"), lambda row: _best(row, 3) >= 1),
        "other words success@1": _share(_of(asked, "synonym"), lambda row: _best(row, 1) >= 1),
        "safety first": _share(danger, lambda row: _best(row, 1) == 2),
        "in danger: help among two": _share(danger, lambda row: any(map(_speaks_of_danger, row["found"][:2]))),
        "false alarms": _share([row for row in rows if not in_danger(row)], _false_alarm),
        "zero results": _share(asked, lambda row: not row["found"]),
        "off topic, gracefully": _share([row for row in rows if row["expect"] == "none"], _graceful),
    }


def summary(rows: list[Row]) -> dict[str, float]:
    """The figures of one run."""
    asked = [row for row in rows if row["expect"] != "none"]
    return {
        **{label: share.value for label, share in shares(rows).items()},
        "MRR": statistics.mean(_reciprocal(row["grades"]) for row in asked),
        "ms a key: median": statistics.median(row["ms"] for row in rows),
        "ms a key: 95 of 100 within": sorted(row["ms"] for row in rows)[int(0.95 * len(rows))],
    }


def by_reader(rows: list[Row]) -> Iterator[tuple[str, Share, Share]]:
    """success@1 and @3 of each kind of reader of whom there are enough: what is told of them, and the shares."""
    asked = [row for row in rows if row["expect"] != "none"]
    for about in ABOUT_READERS:
        for kind in sorted({row[about] for row in asked if about in row}):
            group = [row for row in asked if row.get(about) == kind]
            if len(group) >= ENOUGH:
                first, three = (_share(group, lambda row, k=k: _best(row, k) >= 1) for k in (1, 3))
                yield f"{about}: {kind}", first, three


def in_danger(row: Row) -> bool:
    """Whether whoever asks is in danger, or is one: told by the kind of query, or by which reader it is."""
    return row["category"] == "safety" or "reader" in row


def _of(rows: list[Row], category: str) -> list[Row]:
    return [row for row in rows if row["category"] == category]


def _share(rows: list[Row], holds: Callable[[Row], bool]) -> Share:
    return Share(sum(map(bool, map(holds, rows))), len(rows))


def _best(row: Row, first: int) -> int:
    return max(row["grades"][:first], default=0)


def _reciprocal(grades: list[int]) -> float:
    return next((1 / place for place, points in enumerate(grades, 1) if points), 0.0)


def _graceful(row: Row) -> bool:
    return not row["found"] or bool(WAY_ON.search(row["found"][0][0]))


def _false_alarm(row: Row) -> bool:
    """Whether a harmless query was answered with a page about danger that it did not ask for."""
    return bool(row["found"]) and not row["grades"][0] and _speaks_of_danger(row["found"][0])


def _speaks_of_danger(result: list[str]) -> bool:
    return bool(_alarms().search(result[0]))


@functools.cache
def _alarms() -> re.Pattern:
    """What the titles of pages about danger say, as patterns, one a line."""
    return re.compile("|".join(ALARMS.read_text(encoding="utf-8").splitlines()), re.IGNORECASE)
