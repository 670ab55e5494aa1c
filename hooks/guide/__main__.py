"""`python -m guide …`: see `guide_mkdocs.command`, for it needs the bridge. `serve` does not, and is up before that."""

import os
import sys
from pathlib import Path

HOOKS = Path(__file__).parents[1]


def main(words: list[str]) -> int:
    """Do what the command line says; what is to serve imports nothing else."""
    if words[:1] == ["serve"]:
        from guide.site.serving import command

        return command.main(words[1:])
    from guide_mkdocs import command

    return command.main(words)


def run() -> int:
    """The command as it is installed: a guide that has a generator of its own is made by that one, and by no other."""
    own = Path("hooks").absolute()
    if (HOOKS / "guide_project").is_dir() and (own / "guide/__main__.py").is_file():
        os.environ["PYTHONPATH"] = str(own)
        os.execv(sys.executable, [sys.executable, "-m", "guide", *sys.argv[1:]])
    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
