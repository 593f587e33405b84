"""From paths to text: what is read, in which order, and what keeps a file from being read."""

import io
import os
import socket
import sys

import pytest

from fwa_check.documents import source
from fwa_check.documents.problem import Unreadable
from fwa_check.documents.source import MOST_BYTES, decode, find_files, read_bytes

TEXT = "kind: booking\nid: é💥\n"


def refusal(ask, *arguments):
    with pytest.raises(Unreadable) as caught:
        ask(*arguments)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_decoded_with_or_without_a_byte_order_mark(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_text_with_the_other_byte_order_mark_is_decoded():
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


@pytest.mark.parametrize(("data", "text"), [(b"", ""), (b"\xef\xbb\xbf", ""), (b"\xff\xfe", ""), (b"a", "a"), (b"a\r\nb\rc\nd", "a\nb\nc\nd"), (b"\r\r\n\r", "\n\n\n"), (b"a\0", "a\0")])
def test_every_line_end_becomes_one_and_short_files_are_no_exception(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xff", 1, 1, 1),
        (b"kind: booking\nid: \xe9\n", 2, 5, 19),
        (b"kind: booking\r\nid: \xe9\n", 2, 5, 20),
        (b"kind: booking\rid: \xe9\r", 2, 5, 19),
        (b"\xef\xbb\xbfkind: booking\nid: \xe9\n", 2, 5, 22),
        ("# é\u2028id: ".encode() + b"\xff", 2, 5, 12),
        (b"id: \xc3", 1, 5, 5),
        (b"id: \xed\xa0\x80", 1, 5, 5),
        (b"id: \xc0\x80", 1, 5, 5),
        (b"id: \xf5\x80\x80\x80", 1, 5, 5),
    ],
)
def test_bytes_that_are_no_utf_8_are_refused_at_their_place(data, line, column, byte):
    problem = refusal(decode, data)
    assert problem.message == f"the file is not UTF-8 text (byte {byte})"
    assert (problem.line, problem.column) == (line, column)
    assert problem.help == "save it as UTF-8"


@pytest.mark.parametrize("data", ["ab\nc".encode("utf-16") + b"x", "ab\nc".encode("utf-16-le") + b"x", "ab\nc".encode("utf-16-le") + b"\x00\xd8", b"\xff\xfea\x00b\x00\n\x00c\x00\x00\xdc"])
def test_bytes_that_are_no_utf_16_are_refused_at_their_place(data):
    problem = refusal(decode, data)
    assert problem.message.startswith("the file is not UTF-16 text (byte ")
    assert (problem.line, problem.column) == (2, 2)


def test_a_folder_is_walked_in_order_and_what_is_hidden_is_left_alone(tmp_path):
    for name in ("b.yaml", "a.yml", "C.YAML", "d.json", ".hidden.yaml", "e.yaml.bak", "sub/z.yaml", "sub/deep/y.yml", ".git/config.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    found = [(os.path.relpath(path, tmp_path), named) for path, named in find_files([str(tmp_path)])]
    assert found == [("C.YAML", False), ("a.yml", False), ("b.yaml", False), ("sub/z.yaml", False), ("sub/deep/y.yml", False)]


def test_a_path_that_is_named_is_given_back_whatever_it_is_called(tmp_path):
    path = tmp_path / "contract.txt"
    path.write_text("")
    assert list(find_files([str(path), "-", "gone.yaml"])) == [(str(path), True), ("-", True), ("gone.yaml", True)]


def test_links_to_folders_are_not_followed_round_in_circles(tmp_path):
    (tmp_path / "a.yaml").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "loop.yaml").symlink_to(tmp_path)
    assert [path for path, _ in find_files([str(tmp_path)])] == [str(tmp_path / "a.yaml")]


def test_a_folder_that_cannot_be_read_keeps_no_other_from_being_read(tmp_path, monkeypatch):
    for name in ("a/1.yaml", "b/2.yaml", "c/3.yaml"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("")
    closed, scandir = str(tmp_path / "b"), os.scandir

    def scan(path):
        if path == closed:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scan)
    found = list(find_files([str(tmp_path)]))
    assert found == [(str(tmp_path / "a/1.yaml"), False), (str(tmp_path / "c/3.yaml"), False), (closed, True)]
    assert refusal(read_bytes, closed).message.startswith("the file cannot be read: ")


def test_file_names_with_line_breaks_and_odd_bytes_are_read(tmp_path):
    for name in (b"a\nb.yaml", b"\xff\xfe.yaml", "é \u202e.yaml".encode()):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(b"id: x")
    found = [path for path, _ in find_files([str(tmp_path)])]
    assert len(found) == 3
    assert [read_bytes(path) for path in found] == [b"id: x"] * 3


def test_a_missing_file_is_refused_with_the_nearest_name_beside_it(tmp_path):
    (tmp_path / "contract-17.yaml").write_text("")
    problem = refusal(read_bytes, str(tmp_path / "contrct-17.yaml"))
    assert problem.message == "there is no such file or folder"
    assert problem.help == f"did you mean {tmp_path / 'contract-17.yaml'}?"


@pytest.mark.parametrize("path", ["", "nowhere/at/all.yaml", "zzzzzzzzzzzz"])
def test_a_missing_file_with_no_near_name_is_refused_without_a_guess(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    problem = refusal(read_bytes, path)
    assert (problem.message, problem.help) == ("there is no such file or folder", None)


def test_a_folder_is_no_file(tmp_path):
    assert refusal(read_bytes, str(tmp_path)).message == "the file cannot be read: Is a directory"


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "a.yaml").write_text("")
    assert refusal(read_bytes, str(tmp_path / "a.yaml" / "b.yaml")).message == "the file cannot be read: Not a directory"


def test_a_name_with_a_nul_is_no_file():
    assert refusal(read_bytes, "a\0b").message == "the file cannot be read: embedded null byte"


def test_a_name_longer_than_names_can_be_is_no_file():
    assert refusal(read_bytes, "x" * 5000).message == "the file cannot be read: File name too long"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    problem = refusal(read_bytes, str(tmp_path / "pipe.yaml"))
    assert (problem.message, problem.help) == ("this is not a regular file", "only files, folders and - can be checked")


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/random"])
def test_a_device_is_refused_without_being_read(path):
    if not os.path.exists(path):
        pytest.skip("no such device here")
    assert refusal(read_bytes, path).message == "this is not a regular file"


def test_a_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.yaml")
        assert refusal(read_bytes, "s.yaml").message.startswith("the file cannot be read: ")


def test_a_link_that_leads_to_itself_is_refused(tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert refusal(read_bytes, str(tmp_path / "a.yaml")).message == "the file cannot be read: Too many levels of symbolic links"


def test_a_link_that_leads_nowhere_is_refused(tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    assert refusal(read_bytes, str(tmp_path / "a.yaml")).message == "there is no such file or folder"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_leave_to_read_is_refused(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("")
    path.chmod(0)
    assert refusal(read_bytes, str(path)).message == "the file cannot be read: Permission denied"


def test_a_file_may_have_the_most_bytes_and_not_one_more(tmp_path):
    path = tmp_path / "big.yaml"
    for size in (MOST_BYTES, MOST_BYTES + 1):
        with open(path, "wb") as file:
            file.truncate(size)
        if size == MOST_BYTES:
            assert len(read_bytes(str(path))) == MOST_BYTES
    problem = refusal(read_bytes, str(path))
    assert problem.message == "the file is larger than 16 MiB"
    assert problem.help == "a contract is a few kilobytes; split a portfolio into files"


def _standard_input(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input_is_read_as_bytes(monkeypatch):
    _standard_input(monkeypatch, b"\xffid")
    assert read_bytes("-") == b"\xffid"


def test_standard_input_has_the_same_bound(monkeypatch):
    _standard_input(monkeypatch, b"\0" * (MOST_BYTES + 2))
    assert refusal(read_bytes, "-").message == "the file is larger than 16 MiB"


def test_a_closed_standard_input_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal(read_bytes, "-").message == "the file cannot be read: standard input is closed"


def test_standard_input_that_does_not_wait_is_made_to_wait_for_the_whole(monkeypatch):
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    with open(reader, "rb") as file, open(writer, "wb") as pipe:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(file))
        pipe.write(b"kind: booking")
        pipe.close()
        assert read_bytes("-") == b"kind: booking"
        assert os.get_blocking(reader)


def test_a_file_that_has_nothing_to_read_yet_is_refused(monkeypatch):
    # /proc/kmsg calls itself a regular file, and gives None instead of bytes.
    class Waiting:
        def read(self, size):
            return None

    monkeypatch.setattr(source, "_standard_input", Waiting)
    assert refusal(read_bytes, "-").message == "the file has nothing to read yet"
