"""`python -m guide …`: see `guide_mkdocs.command`, for it needs the bridge."""

import sys

from guide_mkdocs.command import main

if __name__ == "__main__":
    sys.exit(main())
