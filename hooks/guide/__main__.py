"""`python -m guide …`: see `guide_mkdocs.command`, for it needs the bridge. `serve` does not, and is up before that."""

import sys


def main(words: list[str]) -> int:
    """Do what the command line says; what is to serve imports nothing else."""
    if words[:1] == ["serve"]:
        from guide.site.serving import command

        return command.main(words[1:])
    from guide_mkdocs import command

    return command.main(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
