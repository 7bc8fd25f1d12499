from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import SourceError
from dateline.model.text import Document
from dateline.sources import read

STORY = "The river rose above its banks on Monday night, officials said."
BASE = "https://w3id.org/dateline/id/article/"
Reader = Callable[..., tuple[list[Document], list[str]]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def read_all(folder: Path) -> Reader:  # noqa: ARG001 - runs inside that folder
    def run(*inputs: str, **options: Any) -> tuple[list[Document], list[str]]:
        errors: list[SourceError] = []
        documents = list(read(inputs, on_error=errors.append, **options))
        return documents, [str(error) for error in errors]

    return run


def lines(*records: object) -> bytes:
    return b"".join(
        (r if isinstance(r, bytes) else json.dumps(r).encode()) + b"\n" for r in records
    )


# --- text --------------------------------------------------------------------------


def test_a_text_file_becomes_one_document(folder: Path, read_all: Reader) -> None:
    text = f"River floods old town\r\n\r\nJuly 12, 2018 - 3:03 pm\r\n\r\n{STORY}\r\n"
    (folder / "a b.txt").write_bytes(text.encode())
    (document,), errors = read_all("a b.txt")
    assert errors == []
    assert document.text == text
    assert document.id == f"{BASE}a%20b.txt"
    assert document.title == "River floods old town"
    assert document.dct is not None
    assert document.dct.isoformat() == "2018-07-12T15:03:00"
    assert document.dct.basis.value == "text-byline"
    assert document.dct.span is not None
    assert document.slice(document.dct.span) == "July 12, 2018 - 3:03 pm"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_marked_encodings_are_read(
    folder: Path, read_all: Reader, encoding: str
) -> None:
    (folder / "a.txt").write_bytes("Łódź 😀 “flooded”.".encode(encoding))
    (document,), errors = read_all("a.txt")
    assert (document.text, errors) == ("Łódź 😀 “flooded”.", [])


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "a.txt: the file is empty; remove it"),
        (b" \r\n\n\t", "a.txt: the file is empty"),
        (b"\xef\xbb\xbf", "a.txt: the file is empty"),
        ("\ufeff \n".encode("utf-16"), "a.txt: the text is empty"),
        (b"%PDF-1.7 ...", "a.txt: this is a PDF file, not text; take the text out"),
        (b"PK\x03\x04...", "a.txt: this is a ZIP archive or office document"),
        (b"\x89PNG\r\n\x1a\n...", "a.txt: this is an image"),
        (b"BZh9...", "a.txt: this is a bzip2 file, not text; unpack it"),
        (b"abc\0def", "a.txt: this is a binary file, not text: NUL at byte 3"),
        (b"caf\xe9 closed", "a.txt: the text is not valid UTF-8 at byte 3; convert"),
        (b"\xff\xfea\x00\x00\xd8b\x00", "a.txt: the text is not valid UTF-16"),
        (b"the " * 300, "a.txt: the text is longer than 1,000 characters; split"),
        (b"x" * 5_000, "a.txt: the text is longer than 1,000 characters"),
        (b"\n" * 500_000, "a.txt: the text is longer than 1,000 characters"),
    ],
)
def test_what_is_no_text_is_one_clear_line(
    folder: Path, read_all: Reader, raw: bytes, complaint: str
) -> None:
    (folder / "a.txt").write_bytes(raw)
    (folder / "b.txt").write_text(STORY)
    documents, (error,) = read_all("a.txt", "b.txt", max_characters=1_000)
    assert [document.text for document in documents] == [STORY]
    assert error.startswith(complaint)
    assert error.isprintable()


def test_a_text_of_the_greatest_length_is_read(folder: Path, read_all: Reader) -> None:
    (folder / "a.txt").write_text("😀" * 1_000, encoding="utf-8")
    documents, errors = read_all("a.txt", max_characters=1_000)
    assert (len(documents), errors) == (1, [])


def test_a_name_with_control_characters_reaches_no_message_raw(
    folder: Path, read_all: Reader
) -> None:
    name = "a\x1b[31m\nb.txt"
    (folder / name).write_bytes(b"")
    (folder / b"\xff.txt".decode("utf-8", "surrogateescape")).write_text(STORY)
    documents, (error,) = read_all(".", "c\n.txt")[0], read_all(name)[1]
    assert [document.id for document in documents] == [f"{BASE}%FF.txt"]
    assert error == "a\\x1b[31m\\nb.txt: the file is empty; remove it from the input"


# --- which files -------------------------------------------------------------------


def test_a_folder_is_read_sorted_and_deep(folder: Path, read_all: Reader) -> None:
    for name in ("news/b.txt", "news/a/c.htm.gz", "news/a/b.txt", "news/z.pdf"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{name} {STORY}")
    for name in ("news/.hidden.txt", "news/.git/x.txt", "news/a/d.txt.gz"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(gzip.compress(f"{name} {STORY}".encode()))
    documents, errors = read_all("news")
    assert [document.id.removeprefix(BASE) for document in documents] == [
        "news/b.txt",
        "news/a/b.txt",
        "news/a/d.txt.gz",
    ]
    assert errors[0].startswith("news/a/c.htm.gz: no article was found in the page")


def test_a_pattern_is_expanded(folder: Path, read_all: Reader) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (folder / name).write_text(f"{name} {STORY}")
    documents, _ = read_all("*.txt")
    assert [document.id for document in documents] == [f"{BASE}a.txt", f"{BASE}b.txt"]


def test_a_file_with_the_signs_of_a_pattern_is_a_file(
    folder: Path, read_all: Reader
) -> None:
    (folder / "a[1].txt").write_text(STORY)
    (document,), _ = read_all("a[1].txt")
    assert document.id == f"{BASE}a%5B1%5D.txt"


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("none.txt", "none.txt: there is no such file"),
        ("*.none", "*.none: no file matches the pattern"),
        ("empty", "empty: the folder has no article; articles end in .txt"),
        ("a\0b", "a\\x00b: there is no such file"),
        ("x" * 5_000, "this is no name of a file"),
        ("", "there is no such file"),
    ],
)
def test_an_input_that_names_nothing_is_reported(
    folder: Path, read_all: Reader, name: str, complaint: str
) -> None:
    (folder / "empty").mkdir()
    documents, (error,) = read_all(name)
    assert documents == []
    assert complaint in error


def test_a_path_outside_has_an_iri_without_steps_up(
    folder: Path, read_all: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "here").mkdir()
    (folder / "a.txt").write_text(STORY)
    monkeypatch.chdir(folder / "here")
    (document,), _ = read_all("../here/../a.txt")
    assert document.id == f"{BASE}-/a.txt"


def test_the_same_file_by_two_names_is_read_once(
    folder: Path, read_all: Reader
) -> None:
    (folder / "a.txt").write_text(STORY)
    documents, errors = read_all("a.txt", "./a.txt", str(folder / "a.txt"), "*.txt")
    assert (len(documents), errors) == (1, [])


def test_two_texts_with_one_id_clash(read_all: Reader) -> None:
    stdin = BytesIO(lines({"id": "x", "text": "One."}, {"id": "x", "text": "Two."}))
    documents, (error,) = read_all("-", stdin=stdin)
    assert [document.text for document in documents] == ["One."]
    assert f"its id {BASE}x was used before for another text" in error


# --- sniffing and packing ----------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (f"Flood\n\n{STORY}".encode(), "Flood"),
        (f"\r\n\n Flood\n\n{STORY}".encode(), "Flood"),
        (b"\xef\xbb\xbf" + lines({"title": "Flood", "text": STORY}), "Flood"),
        (b"\n\n" + lines({"title": "Flood", "text": STORY}), "Flood"),
        (
            f"<!doctype html><title>Flood</title><article><h1>Flood</h1>"
            f"<p>{STORY}</p><p>{STORY} Again.</p></article>".encode(),
            "Flood",
        ),
    ],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input_is_told_by_its_first_line(
    read_all: Reader, raw: bytes, title: str, pack: Callable[[bytes], bytes]
) -> None:
    (document,), errors = read_all("-", stdin=BytesIO(pack(raw)))
    assert errors == []
    assert document.title == title
    assert document.id.startswith(BASE)


def test_standard_input_has_an_id_of_its_text(read_all: Reader) -> None:
    first = read_all("-", stdin=BytesIO(STORY.encode()))[0]
    again = read_all("-", stdin=BytesIO(STORY.encode()))[0]
    other = read_all("-", stdin=BytesIO(b"Other."))[0]
    assert first[0].id == again[0].id != other[0].id
    assert first[0].id.startswith(f"{BASE}sha256-")


def test_a_page_in_a_text_file_is_read_as_a_page(
    folder: Path, read_all: Reader
) -> None:
    page = f"<html><body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>"
    (folder / "a.txt").write_text(page)
    (document,), _ = read_all("a.txt")
    assert "<" not in document.text


@pytest.mark.parametrize("start", ["<!doctype html>", "<!-- x --> <HTML>", " <body>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_page_on_standard_input_is_read_as_a_page(
    read_all: Reader, start: str, encoding: str
) -> None:
    page = f"{start}<article><p>{STORY}</p><p>{STORY} Again.</p></article>"
    (document,), errors = read_all("-", stdin=BytesIO(page.encode(encoding)))
    assert errors == []
    assert "<" not in document.text


def test_broken_gzip_is_reported(folder: Path, read_all: Reader) -> None:
    packed = gzip.compress(lines({"id": "1", "text": STORY}) * 2_000)
    (folder / "a.jsonl.gz").write_bytes(packed[:-30])
    (folder / "b.txt.gz").write_bytes(b"\x1f\x8bnothing of the kind")
    documents, errors = read_all("a.jsonl.gz", "b.txt.gz")
    assert len(documents) == 1
    assert "the gzip data is broken" in errors[0]
    assert "the gzip data is broken" in errors[1]


def test_a_gzip_bomb_is_not_unpacked(folder: Path, read_all: Reader) -> None:
    (folder / "a.txt.gz").write_bytes(gzip.compress(b"a " * 5_000_000))
    documents, (error,) = read_all("a.txt.gz", max_characters=10_000)
    assert documents == []
    assert error.startswith("a.txt.gz: the text is longer than 10,000 characters")


# --- JSON Lines --------------------------------------------------------------------


def test_a_record_is_read_with_all_its_fields(folder: Path, read_all: Reader) -> None:
    record = {
        "id": "n 1/2",
        "title": "Flood",
        "text": f"OSLO (Reuters) - {STORY}\r\n\r\nIt fell.  Reuter",
        "published": "2018-07-12T09:30-04:00",
        "publisher": "The Daily Wire",
        "author": "Jane Roe",
        "language": "en",
        "dateline": "OSLO, July 12 -",
        "more": {"of": ["no", "matter"]},
    }
    (folder / "a.jsonl").write_bytes(lines(record))
    (document,), errors = read_all("a.jsonl")
    assert errors == []
    assert document.text == record["text"]
    assert document.id == f"{BASE}n%201%2F2"
    assert (document.title, document.publisher) == ("Flood", "The Daily Wire")
    assert (document.author, document.language) == ("Jane Roe", "en")
    assert document.dct is not None
    assert document.dct.isoformat() == "2018-07-12T09:30:00-04:00"
    assert document.dct.basis.value == "record"
    assert [block.kind.value for block in document.blocks] == [
        "dateline",
        "body",
        "body",
        "boilerplate",
    ]


@pytest.mark.parametrize(
    ("fields", "iri"),
    [
        ({"url": "https://x.org/a?b=c d"}, "https://x.org/a?b=c%20d"),
        ({"id": "https://x.org/a"}, "https://x.org/a"),
        ({"id": "urn:isbn:123"}, "urn:isbn:123"),
        ({"id": "7", "url": "https://x.org/a"}, "https://x.org/a"),
        ({"id": "7", "url": "javascript:alert(1)"}, f"{BASE}7"),
        ({"id": "7", "url": "/relative"}, f"{BASE}7"),
        ({"id": 7}, f"{BASE}7"),
        ({"id": ".."}, f"{BASE}%2E%2E"),
        ({"id": "a> <b"}, f"{BASE}a%3E%20%3Cb"),
        ({"id": ""}, f"{BASE}a.jsonl/line-1"),
        ({}, f"{BASE}a.jsonl/line-1"),
    ],
)
def test_a_record_has_the_id_that_its_fields_give(
    folder: Path, read_all: Reader, fields: dict[str, object], iri: str
) -> None:
    (folder / "a.jsonl").write_bytes(lines({**fields, "text": STORY}))
    (document,), errors = read_all("a.jsonl")
    assert (document.id, errors) == (iri, [])
    assert document.url is None or document.url.startswith("http")


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        (b"{not json}", "a.jsonl:2: this is not a JSON record: "),
        (b'{"text": "cut off', "a.jsonl:2: this is not a JSON record: "),
        (b'["text"]', "a.jsonl:2: the record is a JSON list, not an object"),
        (b"[" * 100_000, "a.jsonl:2: this JSON record is nested too deeply"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "a.jsonl:2: this is not a JSON record"),
        (b'{"text": "caf\xe9"}', "a.jsonl:2: the text is not valid UTF-8 at byte 13"),
        ({"title": "T"}, "a.jsonl:2: the record has no field 'text'; name the field"),
        ({"text": None}, "a.jsonl:2: the record has no field 'text'"),
        ({"text": 7}, "a.jsonl:2: the field 'text' is '7', not a string"),
        ({"text": "  "}, "a.jsonl:2: the text is empty"),
        ({"text": "a\0b"}, "a.jsonl:2: the text has a NUL character at 1"),
        (b'{"text": "a\\ud800b"}', "a.jsonl:2: the text has half a surrogate pair"),
        ({"text": "x", "title": 7}, "a.jsonl:2: the field 'title' is '7', not a st"),
        (b'{"text": "x", "id": "\\ud800"}', "a.jsonl:2 (id): the text has half a"),
        ({"text": "x", "published": "July 2018"}, "a.jsonl:2: the date 'July 2018' n"),
        ({"text": "x", "published": "soon\n"}, "a.jsonl:2: the date 'soon' cannot be"),
        ({"text": "x", "published": 1531407780}, "a.jsonl:2: the field 'published' is"),
        ({"text": "x" * 20_001}, "a.jsonl:2: the text is longer than 20,000 char"),
        ({"text": "x" * 900_000}, "a.jsonl:2: the text is longer than 20,000 char"),
    ],
)
def test_a_wrong_record_is_one_clear_line_and_the_rest_goes_on(
    folder: Path, read_all: Reader, record: object, complaint: str
) -> None:
    good = [{"id": name, "text": STORY} for name in "12"]
    (folder / "a.jsonl").write_bytes(lines(good[0], record, good[1]))
    documents, (error,) = read_all("a.jsonl", max_characters=20_000)
    assert [document.id for document in documents] == [f"{BASE}1", f"{BASE}2"]
    assert error.startswith(complaint)
    assert error.isprintable()


def test_lines_are_counted_with_the_blank_ones(read_all: Reader) -> None:
    stdin = BytesIO(b"\n\n\n" + lines({"text": STORY}) + b"\n\nnonsense")
    _, (error,) = read_all("-", stdin=stdin)
    assert error.startswith("<stdin>:7: this is not a JSON record")


def test_a_record_over_many_lines_is_reported_once(
    folder: Path, read_all: Reader
) -> None:
    (folder / "a.json").write_text(json.dumps({"text": STORY, "id": "1"}, indent=2))
    documents, (error,) = read_all("a.json")
    assert documents == []
    assert "put each record on one line (jq -c . FILE)" in error


def test_lines_in_utf_16_are_reported_once(folder: Path, read_all: Reader) -> None:
    (folder / "a.jsonl").write_bytes(lines({"text": STORY}).decode().encode("utf-16"))
    documents, (error,) = read_all("a.jsonl")
    assert documents == []
    assert error.startswith("a.jsonl: JSON Lines must be UTF-8, not UTF-16; convert")


def test_records_stream(folder: Path) -> None:
    (folder / "a.jsonl").write_bytes(
        lines(*({"id": str(i), "text": STORY} for i in range(3)), b"nonsense")
    )
    errors: list[SourceError] = []
    documents = read(["a.jsonl"], on_error=errors.append)
    assert next(documents).id == f"{BASE}0"
    assert errors == []
    assert len(list(documents)) == 2
    assert len(errors) == 1


# --- the publication date ----------------------------------------------------------


def test_the_option_wins_over_everything(read_all: Reader) -> None:
    text = f"Flood\n\nMay 4, 2021\n\n{STORY}"
    stdin = BytesIO(lines({"text": text, "published": "not a date at all"}))
    (document,), errors = read_all("-", stdin=stdin, published="3 March 2019")
    assert errors == []
    assert document.dct is not None
    assert document.dct.date == date(2019, 3, 3)
    assert document.dct.basis.value == "option"


def test_a_wrong_option_is_refused_before_anything_is_read() -> None:
    with pytest.raises(SourceError, match="--published: the date '2018' names no day"):
        read(["none.txt"], published="2018", on_error=print)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"published": "2019-03-05"}, ("2019-03-05", "record")),
        ({"published": None}, ("2021-05-04", "text-byline")),
        ({"published": " "}, ("2021-05-04", "text-byline")),
        ({"dateline": "OSLO, March 5, 2019 -"}, ("2019-03-05", "record")),
        ({"dateline": "OSLO, March 5 -"}, ("2021-05-04", "text-byline")),
        ({"byline": "Jane Roe, 5 March 2019"}, ("2019-03-05", "record")),
    ],
)
def test_the_record_wins_over_its_text(
    read_all: Reader, record: dict[str, object], expected: tuple[str, str]
) -> None:
    text = f"Flood\n\nMay 4, 2021\n\n{STORY}"
    (document,), _ = read_all("-", stdin=BytesIO(lines({**record, "text": text})))
    assert document.dct is not None
    assert (document.dct.isoformat(), document.dct.basis.value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"OSLO, March 5, 2019 (Reuters) - {STORY}", "2019-03-05"),
        (f"OSLO, March 5 (Reuters) - {STORY}", None),
        (f"{STORY}\n\nIt had last flooded on July 12, 2018.", None),
        (f"Flood\n\nUpdated 5 May 2021\nPublished 4 May 2021\n\n{STORY}", "2021-05-04"),
        (f"Flood\n\nUpdated 5 May 2021\n\n{STORY}", "2021-05-05"),
        (f"Flood\n\nUpdated 5 May 2021\n4 May 2021\n\n{STORY}", "2021-05-04"),
        (f"Flood\n\nBy Jane Roe, 4 May 2021\n\n{STORY}", "2021-05-04"),
        (f"Flood\n\n31 June 2021\n\n{STORY}", None),
        (f"Flood\n\n{STORY}\n\nPublished: 4 May 2021", "2021-05-04"),
    ],
)
def test_the_text_gives_a_full_date_or_none(
    read_all: Reader, text: str, expected: str | None
) -> None:
    (document,), errors = read_all("-", stdin=BytesIO(text.encode()))
    assert errors == []
    assert (document.dct.isoformat() if document.dct else None) == expected
    if document.dct and document.dct.span:
        assert "2" in document.slice(document.dct.span)
