"""The corpus of tests/hostile, as guides: what stands in one input, and a site that holds them all."""

import functools
from pathlib import Path

import yaml
from guide.model.problems import Problem
from guide.site.loader import load_guide
from projects import ROOT

CORPUS = ROOT / "tests/hostile"
PAGE = "# {}\n\nWords before.\n\n{}\n\nWords after.\n"


def inputs_of(name: str) -> list[str]:
    """The inputs of a file with one a line."""
    lines = (CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.replace("⏎", "\n") for line in lines if line and not line.startswith("# ")]


def data_inputs() -> list[dict[str, str]]:
    """Data files, each with the page that shows what is made of them."""
    return yaml.safe_load((CORPUS / "data.yml").read_text(encoding="utf-8"))


@functools.cache
def guides() -> dict[str, dict[str, str]]:
    """{name: {path: text}} of each input as a small guide; pages are called by that name."""
    found = {f"t{number:03}": {"": PAGE.format("A", text)} for number, text in enumerate(inputs_of("text"))}
    found |= {
        f"f{number:03}": {"": f"---\n{fields}\n---\n" + PAGE.format("A", "")}
        for number, fields in enumerate(inputs_of("front_matter"))
    }
    for number, drawing in enumerate(inputs_of("drawings")):
        name = f"p{number:03}"
        asked = PAGE.format("A", f"<!-- guide: picture {name} -->")
        found[name] = {"": asked, f"_data/pictures/{name}.svg": drawing}
    lines = "<!-- guide: help-lines -->\n\n"
    parts = "[@a]\n\n## Sources\n\n<!-- guide: sources -->\n\n<!-- guide: references -->"
    for number, files in enumerate(data_inputs()):
        data = {f"_data/{path}": text for path, text in files.items()}
        asked = lines + parts if "help-lines.yml" in files else parts
        found[f"d{number:03}"] = {"": PAGE.format("Data", asked), **data}
    return {name: {path or f"{name}.md": text for path, text in files.items()} for name, files in found.items()}


def problems_of(name: str) -> list[Problem]:
    """What the check says of one input: nothing where it does no harm."""
    return load_guide(guides()[name])[1]


def write_all(names: list[str], docs: Path) -> None:
    """Inputs in one folder of pages."""
    texts = {"index.md": "# Home\n"} | {path: text for name in names for path, text in guides()[name].items()}
    for path, text in texts.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
