"""From a path to text: which files are read, and what keeps one from being read."""

import os
import stat
import sys

from fwa_check.documents.document import split_lines
from fwa_check.documents.problem import Problem, Unreadable

MOST_BYTES = 16 * 1024 * 1024
SUFFIXES = (".yaml", ".yml")
STANDARD_INPUT = "<stdin>"


def find_files(paths):
    """Yield (path, named) for every file to read: `named` on the command line, or found in a folder.

    Folders are walked in the order of their names; hidden folders and links to folders are
    left alone. A path that cannot be read is given back too: reading it says why.
    """
    seen = set()
    for path in paths:
        for found, named in [(path, True)] if path == "-" or not os.path.isdir(path) else _walk(path):
            if len(paths) > 1:
                # A file that is named twice, or named and found, is read once.
                real = os.path.realpath(found) if found != "-" else found
                if real in seen:
                    continue
                seen.add(real)
            yield found, named


def _walk(folder):
    refused = []
    for here, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.join(here, name), False
    for error in refused:
        yield error.filename, True


def read_bytes(path):
    """Return the bytes of a regular file, or of standard input for ``-``.

    Raises Unreadable for anything that is not a regular file, cannot be read, or is larger
    than `MOST_BYTES`.
    """
    try:
        if path == "-":
            data = _standard_input().read(MOST_BYTES + 1)
        else:
            # O_NONBLOCK: opening a named pipe must not wait for a writer.
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            with open(handle, "rb") as file:
                status = os.fstat(handle)
                if not stat.S_ISREG(status.st_mode):
                    raise Unreadable(Problem("this is not a regular file", help="only files, folders and - can be checked"))
                # Room for the most at once would cost more than the reading; a file may still grow, or not tell its size.
                data = file.read(min(status.st_size, MOST_BYTES) + 1)
                if len(data) > status.st_size:
                    data += file.read(MOST_BYTES + 1 - len(data))
    except FileNotFoundError:
        raise Unreadable(Problem("there is no such file or folder", help=_neighbour(path))) from None
    except (OSError, ValueError) as error:
        raise Unreadable(Problem(f"the file cannot be read: {getattr(error, 'strerror', None) or error}")) from None
    if data is None:
        raise Unreadable(Problem("the file has nothing to read yet"))
    if len(data) > MOST_BYTES:
        raise Unreadable(Problem(f"the file is larger than {MOST_BYTES // 1024 // 1024} MiB", help="a contract is a few kilobytes; split a portfolio into files"))
    return data


def _standard_input():
    """Return standard input as a file of bytes, which waits until all has come; raise OSError when it is closed."""
    if sys.stdin is None:
        raise OSError("standard input is closed")
    try:
        os.set_blocking(sys.stdin.fileno(), True)
    except (OSError, ValueError):
        pass
    return sys.stdin.buffer


def _neighbour(path):
    from fwa_check.documents.problem import nearest

    folder, name = os.path.split(path)
    try:
        near = nearest(name, os.listdir(folder or "."))
    except OSError:
        return None
    return f"did you mean {os.path.join(folder, near)}?" if near else None


def decode(data):
    """Return the text of `data`: UTF-8 with or without a byte order mark, or UTF-16.

    Raises Unreadable with the place of the first byte that is neither.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif data[:4:2] == b"\0\0":
        encoding = "utf-16-be"
    elif data[1:4:2] == b"\0\0":
        encoding = "utf-16-le"
    else:
        encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        # A decoder that takes off the byte order mark counts from behind it.
        start = error.start + len(data) - len(error.object)
        before = _unix_lines(data[:start].decode(encoding, "replace"))
        lines = split_lines(before)
        raise Unreadable(
            Problem(
                f"the file is not {'UTF-8' if encoding == 'utf-8-sig' else 'UTF-16'} text (byte {start + 1})",
                line=len(lines),
                column=len(lines[-1]) + 1,
                help="save it as UTF-8",
            )
        ) from None
    return _unix_lines(text)


def _unix_lines(text):
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
