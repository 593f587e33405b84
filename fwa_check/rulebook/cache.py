"""Remembers the parsed pages of the shipped rules between runs; never needed, only faster.

An entry is found by the content of every page, and carries a checksum of itself, so that a
changed rule, a torn write or a flipped bit only costs the time of parsing again.
"""

import json
import os

try:
    from _blake2 import blake2b  # what hashlib hands out, without loading OpenSSL
except ImportError:
    from hashlib import blake2b

FORMAT = "1"


def remembered_pages(files):
    """Give every RuleFile in `files` its parsed content from the last run, or parse and remember it.

    A file that cannot be parsed is left as it is; whoever asks for its content gets the fault.
    """
    folder = _folder()
    name = f"rules-{_key(files)}.json" if folder else None
    pages = _read(os.path.join(folder, name)) if folder else None
    if pages is not None and len(pages) == len(files):
        for file, raw in zip(files, pages):
            file.remember(raw)
        return
    for file in files:
        file.skim()
    if folder and all(file.is_sound() for file in files):
        _write(folder, name, [_without_examples(file.raw) for file in files])


def _without_examples(page):
    """Leave out what only tests and documentation read: it is more than half of the rules."""
    if not isinstance(page, list):
        return page
    return [{key: value for key, value in rule.items() if key != "examples"} for rule in page]


def _folder():
    """Return the folder for caches of this user, or None where FWA_CHECK_CACHE is ``off`` or nothing is known."""
    chosen = os.environ.get("FWA_CHECK_CACHE")
    if chosen:
        return None if chosen == "off" else chosen
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "fwa-check") if os.path.isabs(base) else None


def _key(files):
    key = blake2b(FORMAT.encode(), digest_size=16)
    for file in files:
        key.update(b"%d\0%d\0" % (len(file.path), len(file.data)))
        key.update(os.path.basename(file.path).encode("utf-8", "surrogateescape") + file.data)
    return key.hexdigest()


def _checksum(payload):
    return blake2b(payload, digest_size=16).hexdigest().encode()


def _read(path):
    try:
        with open(path, "rb") as file:
            checksum, _, payload = file.read().partition(b"\n")
    except OSError:
        return None
    return json.loads(payload) if checksum == _checksum(payload) else None


def _write(folder, name, pages):
    import tempfile

    payload = json.dumps(pages, ensure_ascii=False).encode("utf-8", "surrogatepass")
    try:
        os.makedirs(folder, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".rules-", delete=False) as file:
            file.write(_checksum(payload) + b"\n" + payload)
        os.replace(file.name, os.path.join(folder, name))
        for other in os.listdir(folder):
            if other.startswith("rules-") and other != name:
                os.unlink(os.path.join(folder, other))
    except OSError:
        return
