"""Remembers the parsed pages of the shipped rules between runs; never needed, only faster.

An entry is found by the content of every page, and each of its lines carries a checksum, so that a
changed rule, a torn write or a flipped bit only costs the time of parsing again.
"""

import json
import os
from binascii import crc32
from functools import partial

FORMAT = "3"
# What a rulebook asks of every rule before it knows which are needed.
HEAD = ("id", "reads", "versions", "level", "jurisdiction")
END = b"end"


class RememberedRule:
    """A rule of the last run: its `head` is at hand, and `rest` is the JSON of the whole of it, parsed only when it is asked for."""

    __slots__ = ("head", "rest")

    def __init__(self, head, rest):
        self.head = head
        self.rest = rest

    def whole(self):
        """Return the rule as a dict, without its examples; None where the line is damaged."""
        return content_of(self.rest)


def recall_pages(files):
    """Give every RuleFile in `files` the content that was parsed from the same bytes in an earlier run; tell whether there was one."""
    folder = _folder()
    lines = _read(os.path.join(folder, _name(files))) if folder else ()
    index = content_of(lines[0]) if lines else None
    if index is None or len(lines) != 1 + sum(1 if heads is None else len(heads) for heads in index):
        return False
    lines = iter(lines[1:])
    for file, heads in zip(files, index):
        if heads is None:
            file.remember(whole=partial(content_of, next(lines)))
        else:
            file.remember(rules=[RememberedRule(head, next(lines)) for head in heads])
    return True


def remember_pages(files):
    """Keep the parsed content of `files` for the next run: one line for each rule, and one for each page that holds none."""
    folder = _folder()
    if not folder:
        return
    index, lines = [], []
    for file in files:
        is_page = not isinstance(file.raw, list) or any("require" not in rule for rule in file.raw)
        index.append(None if is_page else [{key: rule[key] for key in HEAD if key in rule} for rule in file.raw])
        # Only tests and documentation read the examples, and they are more than half of the rules.
        lines += [file.raw] if is_page else [{key: value for key, value in rule.items() if key != "examples"} for rule in file.raw]
    _write(folder, _name(files), [index, *lines])


def _folder():
    """Return the folder for caches of this user, or None where FWA_CHECK_CACHE is ``off`` or nothing is known."""
    chosen = os.environ.get("FWA_CHECK_CACHE")
    if chosen:
        return None if chosen == "off" else chosen
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "fwa-check") if os.path.isabs(base) else None


def _name(files):
    """Return the name of the entry for these very pages."""
    pages = [(len(file.path), os.path.basename(file.path), len(file.data), crc32(file.data)) for file in files]
    return f"rules-{crc32(f'{FORMAT} {pages}'.encode('utf-8', 'surrogateescape')):08x}-{sum(len(file.data) for file in files)}.json"


def _read(path):
    """Return the lines of an entry: none where it is absent or cut short."""
    try:
        with open(path, "rb") as file:
            lines = file.read().split(b"\n")
    except OSError:
        return ()
    return lines[:-1] if lines[-1] == END else ()


def content_of(line):
    """Return what a line of an entry holds; None where it is damaged."""
    checksum, _, payload = line.partition(b" ")
    return json.loads(payload) if checksum == _checksum(payload) else None


def _checksum(payload):
    return b"%08x" % crc32(payload)


def _write(folder, name, parts):
    import tempfile

    payloads = [json.dumps(part, ensure_ascii=False).encode("utf-8", "surrogatepass") for part in parts]
    try:
        os.makedirs(folder, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".rules-", delete=False) as file:
            file.writelines(_checksum(payload) + b" " + payload + b"\n" for payload in payloads)
            file.write(END)
        os.replace(file.name, os.path.join(folder, name))
        for other in os.listdir(folder):
            if other.startswith("rules-") and other != name:
                os.unlink(os.path.join(folder, other))
    except OSError:
        return
