"""Nothing from a document reaches the terminal as a control character."""

import io
import unicodedata
from datetime import date
from decimal import Decimal

import pytest

from fwa_check.reports.text_safe import Safe, char_columns, columns, escape, shorten

HOSTILE = "\x1b[31m\x1b]8;;http://x\x07\x00\x7f\x85\x9b1m\u202e\u2066\u2069\u200b\u200d\ufeff\u2028\r\u061c\u00ad"
ALLOWED = {"\n"}


def hidden_in(text):
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")} - ALLOWED


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\x1b", "\\x1b"),
        ("\x00", "\\x00"),
        ("\x07", "\\x07"),
        ("\r", "\\x0d"),
        ("\x7f", "\\x7f"),
        ("\x9b", "\\x9b"),
        ("\u202a", "\\u202a"),
        ("\u202e", "\\u202e"),
        ("\u2066", "\\u2066"),
        ("\u2069", "\\u2069"),
        ("\u200b", "\\u200b"),
        ("\u200f", "\\u200f"),
        ("\ufeff", "\\ufeff"),
        ("\u2029", "\\u2029"),
        ("\udc80", "\\udc80"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_hidden_characters_are_spelled_out(char, shown):
    assert Safe("utf-8").text(f"a{char}b") == f"a{shown}b"
    assert escape(char) == shown


def test_every_control_character_is_spelled_out():
    safe = Safe("utf-8")
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)):
        if chr(code) not in "\n\t":
            assert safe.text(chr(code)).isprintable(), hex(code)


def test_ordinary_text_of_the_world_stays():
    text = "Zoë Ångström, 山田花子, Ольга, ليلى, é, 20 €, § 1035\xa0(7) \U0001f600"
    assert Safe("utf-8").text(text) == text
    assert Safe(None).text(text) == text


def test_line_ends_of_other_systems_are_line_ends():
    assert Safe("utf-8").text("a\r\nb\tc") == "a\nb\tc"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "utf-16", "utf-8"])
def test_what_the_stream_cannot_write_is_replaced(encoding):
    text = Safe(encoding).text("§ 7: ‘20 €’ – 山 \ud800 \xa0 ё…")
    assert text.encode(encoding)


def test_an_encoding_nobody_knows_is_treated_as_ascii():
    assert Safe("no-such-encoding").text("§ 7") == "sec. 7"


def test_a_tree_is_safe_in_keys_and_values_and_keeps_its_shape():
    tree = {
        "a\x1b": ["\x07", None, True, 3, {"b": "\u202e"}],
        "when": date(2026, 1, 2),
        "rate": Decimal("20.01"),
        "t": ("\x00",),
    }
    assert Safe("utf-8").tree(tree) == {
        "a\\x1b": ["\\x07", None, True, 3, {"b": "\\u202e"}],
        "when": "2026-01-02",
        "rate": "20.01",
        "t": ["\\x00"],
    }


def test_columns_of_wide_narrow_and_combining_characters():
    assert [char_columns(char) for char in "a山ｆ한é\u0301\u1161"] == [1, 2, 2, 2, 1, 0, 0]
    assert columns("山田 a") == 6


def test_shorten_counts_columns():
    assert shorten("山田花子", 8, "…") == "山田花子"
    assert shorten("山田花子!", 8, "…") == "山田花…"
    assert shorten("a b c d", 4, "...") == "a..."


def poisoned(value):
    """The value with hostile characters in every text, but for the words that the report itself looks at."""
    if isinstance(value, dict):
        return {key: item if key in ("verdict", "level") else poisoned(item) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item) for item in value]
    return value + HOSTILE if isinstance(value, str) else value


@pytest.mark.parametrize("quiet", [False, True])
@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("color", [False, True])
def test_no_field_carries_a_control_character_to_the_terminal(
    report, finding, unknown, header, problem, duty, quiet, verbose, color
):
    from rich.text import Text

    elsewhere = {"pointer": "/x", "path": "other", "line": 1, "value": ["v"]}
    document = [
        finding(subject="asset", question="What?", reason="Why?", evidence=[elsewhere]),
        finding(),
        finding("review", question="What?", subject="asset"),
        unknown(["/services/location", "/assets/0/generated_on"], subject="asset"),
        unknown([], reason="Why?"),
        finding("not_applicable", reason="Why?"),
        finding("pass", waived={"reason": "because", "by": "x"}),
    ]
    evil = [poisoned(item) for item in document]
    for item, source in zip(evil, document, strict=True):
        item["path"] = source["path"]
    printed = report(
        (poisoned(header()), evil),
        (poisoned(header("18")), []),
        problems=[poisoned(problem())],
        duties=[poisoned(duty())],
        lines=["x: " + HOSTILE.replace("\r", "") + " 25"] * 9,
        show=("fail", "review", "unknown", "pass", "not_applicable"),
        quiet=quiet,
        verbose=verbose,
        color=color,
    )
    # Decoding takes out the colours that the report itself asked for; any escape from a document would stay or vanish.
    text = Text.from_ansi(printed).plain if color else printed
    assert not hidden_in(text)
    assert "\\x1b[31m" in text and "\\u202e" in text and "\\x9b" in text
    if color:
        styles = {part.split("m")[0] for part in printed.split("\x1b[")[1:]}
        assert all(set(style) <= set("0123456789;") for style in styles)
        assert "\x1b]" not in printed


def test_a_newline_in_an_id_or_a_value_does_not_start_a_line(report, finding):
    evil = "a\n✗ FAIL error  forged"
    printed = report(
        ({"path": evil, "kind": "k", "id": evil}, [finding(rule=evil, subject=evil, path=evil)]), verbose=True
    )
    assert "\n✗ FAIL error  forged" not in printed
    assert "a\\n✗ FAIL error  forged" in printed


def test_markup_in_data_is_not_markup(report, finding):
    from rich.text import Text

    printed = report([finding(title="[bold red]x[/] :smile: [link=http://x]y[/link]")], color=True)
    assert "[bold red]x[/] :smile: [link=http://x]y[/link]" in Text.from_ansi(printed).plain


def test_a_file_name_that_is_not_text_can_be_printed(report, finding):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    printed = report([finding(path="contracts/\udce9.yaml")], stream=stream)
    assert "contracts/\\udce9.yaml:6:12" in printed
