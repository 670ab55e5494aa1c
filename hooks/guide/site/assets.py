"""Scripts and styles, in a folder that is called after all of them: where one has changed, each has another address.

So no page meets a script of another day, whatever its host or its browser has kept, and both may keep them for good.
They name each other as they stand there, side by side: `new URL("files.js", document.currentScript.src)`.

The folder's own name begins as those of orders to hosts do, so nothing that an author writes can be in it.
"""

import hashlib
import posixpath
from collections import Counter
from collections.abc import Mapping

FOLDER = "_/"
LENGTH = 8  # figures of a hash: it stands on each page, and few have bytes to spare


def place_assets(files: Mapping[str, bytes]) -> dict[str, str]:
    """Where each of these files, {path in the theme: content}, stands in the site.

    Raises ValueError where two of them have one name.
    """
    names = {path: posixpath.basename(path) for path in files}
    twice = [name for name, times in Counter(names.values()).items() if times > 1]
    if twice:
        raise ValueError(f"Two scripts or styles of the theme are called {twice[0]}.")
    folder = f"{FOLDER}{hash_of({names[path]: data for path, data in files.items()})}/"
    return {path: folder + name for path, name in names.items()}


def place_index(first: str, reader: str) -> str:
    """Where the search's index stands: `search/1a2b3c4d.json`, if `_/1a2b3c4d/search.js` reads it.

    It changes with every word of the guide. If pages named it, all of them would change as well. So it is called after
    the script that reads it, which knows its own address: no script meets an index that is written for another.
    """
    folder, name = posixpath.split(first)
    return f"{folder}/{reader.split('/')[-2]}{posixpath.splitext(name)[1]}" if reader else first


def hash_of(files: Mapping[str, bytes]) -> str:
    """What the folder of these files, {name: content}, is called."""
    whole = hashlib.sha256()
    for name, data in sorted(files.items()):
        whole.update(f"{name}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()[:LENGTH]
