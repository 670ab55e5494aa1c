"""Pages by chance, the same in each run, of all that an author can write; no word of theirs stands there twice."""

import random
from collections.abc import Callable

STEMS = ("word", "größe", "café", "źdźbło", "değer", "người", "λόγος", "слово", "fiancé’s", "don't")
ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "note", "Tip")
FRONT = {
    "page": "---\nkind: page\n---\n",
    "worksheet": "---\nkind: worksheet\naudience: alone\nminutes: 5\n---\n",
    "questions": "---\nkind: questions\ntheme: Theme\n---\n",
}


class Author:
    """Writes one page, and knows what it said."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words: list[str] = []
        kind = self.chance.choice(("page", "worksheet", "worksheet", "questions"))
        self.kind = kind
        self.level, self.flat = 1, False
        self.notes: list[str] = []
        blocks = [f"# {self._some(3)}", self._sentence()]
        blocks += [f"## {self._some(4)}? {{#question-{seed}}}", self._sentence()] if kind == "questions" else []
        blocks += [self._block(0) for _ in range(self.chance.randint(2, 7))]
        blocks += [f"[^{name}]: {self._some(5)}." for name in self.notes]
        self.blocks = [*blocks, "[far]: https://example.org/far"]
        self.text = FRONT[kind] + "\n\n".join(self.blocks) + "\n"

    def lines_of(self, word: str) -> range:
        """The lines of the block that holds a word, and the one before it, by which code is told."""
        line = FRONT[self.kind].count("\n") + 1
        for block in self.blocks:
            end = line + block.count("\n") + 1
            if word in block:
                return range(line - 2, end)
            line = end + 1
        raise ValueError(f"{word} was not written")

    def _word(self) -> str:
        word = f"{self.chance.choice(STEMS)}{len(self.words):03}"
        self.words.append(word)
        return word

    def _some(self, most: int = 6) -> str:
        return " ".join(self._word() for _ in range(self.chance.randint(1, most)))

    def _run(self) -> str:
        """Some words in one style."""
        some = self._some(3)
        ways: list[Callable[[], str]] = [
            lambda: some,
            lambda: some,
            lambda: f"*{some}*",
            lambda: f"**{some}**",
            lambda: f"_{some}_",
            lambda: f"***{some}***",
            lambda: f"`{some}`",
            lambda: f"[{some}](https://example.org/a?b=1&copy=2)",
            lambda: f"[{some}](other.md)",
            lambda: f"[{some}][far]",
            lambda: f"<b>{some}</b>",
            lambda: f"“{some}”",
            lambda: f"{some} {self._note()}",
            lambda: f"**{some}**{{.own}}",
            lambda: f"{some}  \n{self._word()}" if self.flat else some,
            lambda: f"<https://example.org/x> {some}",
            lambda: f"{some} &amp; &copy; 2 < 3",
            lambda: f"{some} \\* \\_ \\[",
            lambda: f"{some} $x_1$",
            lambda: f"{some} [ ] ( )",
            lambda: f"H<sub>{some}</sub>",
            lambda: f"<kbd>{some}</kbd>",
        ]
        return self.chance.choice(ways)()

    def _note(self) -> str:
        if self.flat and self.chance.random() < 0.5:
            self.notes.append(f"n{len(self.words)}")
            return f"[^{self.notes[-1]}]"
        return self._word()

    def _line(self) -> str:
        """A sentence on one line."""
        return " ".join(self._run() for _ in range(self.chance.randint(1, 3))).replace("\n", " ") + "."

    def _sentence(self) -> str:
        self.flat = True
        text = " ".join(self._run() for _ in range(self.chance.randint(1, 4))) + self.chance.choice(".!?…:")
        self.flat = False
        return text

    def _block(self, depth: int) -> str:
        """Any construct; those that hold others do so twice at most."""
        plain = [
            self._sentence, self._sentence, self._heading, self._bullets, self._bullets, self._numbers, self._boxes,
            self._choices, self._blanks, self._room, self._table, self._to_fill_in, self._scale, self._fence,
            self._terms, self._html, self._setext, self._glued, self._indented,
        ]  # fmt: skip
        holding = [self._quote, self._alert, self._tip, self._tabs, self._folded, self._details]
        ways = plain + (holding if depth < 2 else [])
        if (
            self.kind == "worksheet" and self.chance.random() < 0.95
        ):  # what paper cannot show is told, and ends the search
            ways = [way for way in ways if way not in self._not_on_paper()]
        return self.chance.choice(ways)()

    def _not_on_paper(self) -> list[Callable[[], str]]:
        return [
            self._fence,
            self._terms,
            self._html,
            self._quote,
            self._tabs,
            self._folded,
            self._details,
            self._indented,
        ]

    def _heading(self) -> str:
        written = self.chance.choice(("", f" {{#id-{len(self.words)}}}", " ##"))
        self.level = self.chance.randint(2, min(4, self.level + 1))
        return f"{'#' * self.level} {self._some(4)}{written}"

    def _setext(self) -> str:
        return f"{self._some(3)}\n---"

    def _items(self, mark: Callable[[int], str], words: Callable[[], str], depth: int = 0) -> str:
        loose, step = self.chance.random() < 0.3, self.chance.choice((2, 3, 4))
        found: list[str] = []
        for number in range(self.chance.randint(1, 4)):
            found.append(f"{mark(number)} {words()}")
            roll = self.chance.random()
            below = ""
            if roll < 0.15 and depth < 2:
                below = self._items(mark, words, depth + 1)
            elif roll < 0.25:
                below = self._items(lambda _: "-", self._line, 2)
            elif roll < 0.35:
                below = "\n" + self._sentence() + "\n"
            elif roll < 0.4 and depth == 0:
                below = "\n" + self._block(2) + "\n"
            wide = max(step, len(mark(number).split(" [")[0]) + 1)
            found += [" " * wide + line if line else "" for line in below.split("\n")] if below else []
            found += [""] if loose else []
        return "\n".join(found).rstrip()

    def _bullets(self) -> str:
        sign = self.chance.choice("-*+")
        return self._items(lambda _: sign, self._line)

    def _numbers(self) -> str:
        first, sign = self.chance.choice((1, 1, 1, 4)), self.chance.choice(".)" if self.chance.random() < 0.2 else ".")
        return self._items(lambda number: f"{number + first}{sign}", self._line)

    def _boxes(self) -> str:
        box = self.chance.choice(("- [ ]", "- [x]", "* [ ]", "- []", "-[ ]", "1. [ ]", "- [\u00a0]"))
        return self._items(lambda _: box, lambda: self._line() + self._id())

    def _choices(self) -> str:
        return f"{self._line()}\n\n" + "\n".join(f"- ( ) {self._line()}{self._id()}" for _ in range(3))

    def _id(self) -> str:
        return f" {{#i{len(self.words)}}}" if self.chance.random() < 0.5 else ""

    def _blanks(self) -> str:
        blanks = " ".join(f"{self._some(4)}: ____" for _ in range(self.chance.randint(1, 3)))
        return f"{blanks} {self._some(3)}." if self.chance.random() < 0.5 else blanks

    def _room(self) -> str:
        return f"{self._line()}\n\n" + "\n".join(["___"] * self.chance.randint(1, 5))

    def _row(self, cells: list[str]) -> str:
        return f"| {' | '.join(cells)} |"

    def _table(self) -> str:
        columns = self.chance.randint(1, 5)
        dashes = self.chance.choice((["---"] * columns, [":-:"] * columns))
        rows = [[self._cell() for _ in range(columns)] for _ in range(self.chance.randint(1, 4))]
        return "\n".join(map(self._row, [[self._some(2) for _ in range(columns)], dashes, *rows]))

    def _cell(self) -> str:
        some = self._some(self.chance.choice((1, 3, 12)))
        return self.chance.choice((some, some, f"**{some}**", f"[{some}](other.md)"))

    def _to_fill_in(self) -> str:
        columns = self.chance.randint(2, 6)
        rows = [[self._some(3), *[" "] * (columns - 1)] for _ in range(self.chance.randint(1, 4))]
        return "\n".join(map(self._row, [[self._some(3) for _ in range(columns)], ["---"] * columns, *rows]))

    def _scale(self) -> str:
        points = self.chance.randint(2, 7)
        heads = [f"1 {self._some(3)}", *map(str, range(2, points)), f"{points} {self._some(3)}"]
        heads += [self._some(4)] if self.chance.random() < 0.5 else []
        rows = [[self._some(8), *["( )"] * len(heads)] for _ in range(self.chance.randint(1, 4))]
        return "\n".join(map(self._row, [[self._some(4), *heads], ["---"] * (len(heads) + 1), *rows]))

    def _fence(self) -> str:
        sign, told = self.chance.choice(("```", "~~~", "````")), self.chance.choice(("", "yaml", 'yaml title="a"'))
        return f"{sign}{told}\n{self._some(4)}\n\n    {self._some(2)}\n{sign}"

    def _indented(self) -> str:
        return f"{self._line()}\n\n    {self._some(3)}" if self.chance.random() < 0.3 else self._line()

    def _terms(self) -> str:
        return "\n\n".join(f"{self._some(2)}\n:   {self._line()}" for _ in range(2))

    def _html(self) -> str:
        some = self._some(4)
        whole = (f"<div>\n{some}\n</div>", f'<div markdown="1">\n\n{some}\n\n</div>', f"<p>{some} <em>x</em></p>")
        return self.chance.choice((*whole, f"<!-- nothing to see -->\n\n{some}"))

    def _glued(self) -> str:
        return f"{self._line()[:-1]}:\n- {self._line()}\n- {self._line()}"

    def _within(self, indent: str, blocks: int = 2) -> str:
        whole = "\n\n".join(self._block(2) for _ in range(self.chance.randint(1, blocks)))
        return "\n".join((indent + line).rstrip() for line in whole.split("\n"))

    def _quote(self) -> str:
        return self._within("> ")

    def _alert(self) -> str:
        title = f" {self._some(2)}" if self.chance.random() < 0.3 else ""
        return f"> [!{self.chance.choice(ALERTS)}]{title}\n{self._within('> ')}"

    def _tip(self) -> str:
        title = f' "{self._some(3)}"' if self.chance.random() < 0.5 else ""
        return f"!!! note{title}\n{self._within('    ')}"

    def _folded(self) -> str:
        return f'??? note "{self._some(3)}"\n{self._within("    ")}'

    def _tabs(self) -> str:
        return "\n\n".join(f'=== "{self._some(2)}"\n\n{self._within("    ")}' for _ in range(2))

    def _details(self) -> str:
        return f'<details markdown="1">\n<summary>{self._some(2)}</summary>\n\n{self._within("")}\n\n</details>'
