from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import SourceError
from dateline.model.text import Document
from dateline.sources import read

STORY = (
    "<p>OSLO (Reuters) - The river rose above its banks on Monday night, officials "
    "said, and several hundred people left their homes.</p>"
    "<p>Nobody was hurt, but a bridge that was built in 1953 was carried away.</p>"
)


def page(head: str = "", body: str = STORY) -> str:
    return (
        f'<!doctype html><html lang="en-GB"><head><title>River floods old town - Wire'
        f'</title>{head}</head><body><nav><a href="/">Home</a></nav><article>'
        f"<h1>River floods old town</h1>{body}</article>"
        "<footer>Copyright 2011 Wire</footer></body></html>"
    )


def read_page(
    folder: Path, html: str | bytes, **options: str
) -> tuple[Document | None, str]:
    raw = html if isinstance(html, bytes) else html.encode()
    path = folder / "a.html"
    path.write_bytes(raw)
    errors: list[SourceError] = []
    documents = list(
        read(
            [str(path)],
            published=options.get("published"),
            on_error=errors.append,
        )
    )
    return (documents[0] if documents else None), "".join(str(e) for e in errors)


def test_the_article_is_taken_out_of_the_page(tmp_path: Path) -> None:
    head = (
        '<link rel="canonical" href="https://example.org/news/a b">'
        '<meta property="og:site_name" content="The Daily Wire">'
        '<meta name="author" content="Jane Roe">'
    )
    document, errors = read_page(tmp_path, page(head))
    assert document is not None, errors
    assert document.id == document.url == "https://example.org/news/a%20b"
    assert document.title == "River floods old town"
    assert (document.publisher, document.author) == ("The Daily Wire", "Jane Roe")
    assert document.language == "en-gb"
    assert [block.kind.value for block in document.blocks] == [
        "title",
        "dateline",
        "body",
        "body",
    ]
    assert "Home" not in document.text
    assert "Copyright" not in document.text
    assert document.dct is None


def test_a_page_without_an_address_is_named_after_its_file(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    document, errors = read_page(tmp_path, page(head))
    assert document is not None, errors
    assert document.id.startswith("https://w3id.org/dateline/id/article/")
    assert document.url is None


LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            LD.format(
                '{"@type":"NewsArticle","datePublished":"2018-07-12T15:03:00-04:00"}'
            ),
            "2018-07-12T15:03:00-04:00",
        ),
        (
            LD.format('[{"@graph":[{"datePublished":"2018-07-12"}]}]'),
            "2018-07-12",
        ),
        (
            '<meta property="article:published_time" content="2018-07-12T15:03Z">',
            "2018-07-12T15:03:00+00:00",
        ),
        ('<meta itemprop="datePublished" content="2018-07-12">', "2018-07-12"),
        ('<meta name="DC.date.issued" content="12 July 2018">', "2018-07-12"),
        (
            (
                '<meta property="article:modified_time" content="2019-01-01">'
                '<meta property="article:published_time" content="2018-07-12">'
            ),
            "2018-07-12",
        ),
        # a broken date gives way to the next source
        (
            LD.format('{"datePublished":"2018-07"}')
            + LD.format("{nonsense")
            + LD.format("[" * 5_000)
            + '<meta name="pubdate" content="2018-07-12">',
            "2018-07-12",
        ),
        (
            LD.format('{"datePublished":"2018-07-12"}')
            + '<meta property="article:published_time" content="2018-07-13">',
            "2018-07-12",
        ),
        (
            '<link rel="canonical" href="https://example.org/2018/07/12/flood.html">',
            "2018-07-12",
        ),
        ('<meta name="date" content="July 2018">', None),
        ("", None),
    ],
)
def test_the_page_gives_its_date_or_none(
    tmp_path: Path, head: str, expected: str | None
) -> None:
    document, errors = read_page(tmp_path, page(head))
    assert document is not None, errors
    assert (document.dct.isoformat() if document.dct else None) == expected
    assert document.dct is None or document.dct.basis.value == "html-metadata"


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (
            '<time datetime="2018-07-12T15:03Z">today</time>',
            "2018-07-12T15:03:00+00:00",
        ),
        ("<time>July 12, 2018</time>", "2018-07-12"),
        (
            (
                '<time class="updated" datetime="2018-07-13"></time>'
                '<time class="published" datetime="2018-07-12"></time>'
            ),
            "2018-07-12",
        ),
        (
            (
                '<time datetime="2017-01-01">then</time>'
                '<time pubdate datetime="2018-07-12">'
                "</time>"
            ),
            "2018-07-12",
        ),
    ],
)
def test_time_elements_give_the_date(tmp_path: Path, times: str, expected: str) -> None:
    document, errors = read_page(tmp_path, page(body=f"<p>{times}</p>{STORY}"))
    assert document is not None, errors
    assert document.dct is not None
    assert document.dct.isoformat() == expected


def test_the_byline_gives_the_date_of_a_page_without_metadata(tmp_path: Path) -> None:
    document, _ = read_page(
        tmp_path, page(body=f"<p>July 12, 2018, 3:03 pm</p>{STORY}")
    )
    assert document is not None
    assert document.dct is not None
    assert document.dct.date.isoformat() == "2018-07-12"


def test_a_copyright_year_is_no_publication_date(tmp_path: Path) -> None:
    document, _ = read_page(tmp_path, page())
    assert document is not None
    assert document.dct is None


def test_the_option_wins_over_the_page(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2018-07-12">'
    document, _ = read_page(tmp_path, page(head), published="2020-01-02")
    assert document is not None
    assert document.dct is not None
    assert document.dct.isoformat() == "2020-01-02"


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body></body></html>",
        "<html><body><nav><a href='/'>Home</a> <a href='/a'>On</a></nav></body></html>",
        "<html><body><form>Log in: <input></form></body></html>",
        "<" * 10_000,
        "<div>" * 20_000,
        "<!doctype html>",
    ],
)
def test_a_page_without_an_article_is_one_clear_line(tmp_path: Path, html: str) -> None:
    document, error = read_page(tmp_path, html)
    assert document is None
    assert "no article was found in the page; save the article's own page" in error
    assert error.isprintable()


@pytest.mark.parametrize("charset", ["windows-1252", "ISO-8859-1", "windows-1251"])
def test_the_declared_character_set_is_read(tmp_path: Path, charset: str) -> None:
    word = "Москва" if charset == "windows-1251" else "café"
    html = page(f'<meta charset="{charset}">', f"<p>{word} was closed.</p>{STORY}")
    document, errors = read_page(tmp_path, html.encode(charset))
    assert document is not None, errors
    assert f"{word} was closed." in document.text


@pytest.mark.parametrize(
    ("charset", "complaint"),
    [
        ("utf-8", "the text is not valid UTF-8 at byte"),
        ("ascii2", "the page declares an unknown character set 'ascii2'"),
        ("hex", "the page declares an unknown character set 'hex'"),
        ("euc-jp", "the text is not valid EUC-JP at byte"),
    ],
)
def test_a_wrong_character_set_is_reported(
    tmp_path: Path, charset: str, complaint: str
) -> None:
    html = page(f'<meta charset="{charset}">', f"<p>caf\xe9 \xff</p>{STORY}")
    document, error = read_page(tmp_path, html.encode("latin-1"))
    assert document is None
    assert complaint in error


def test_markup_of_an_article_never_becomes_text(tmp_path: Path) -> None:
    body = f"<script>alert(1)</script><style>p {{}}</style>{STORY}"
    document, _ = read_page(tmp_path, page(body=body))
    assert document is not None
    assert "alert" not in document.text
    assert "{" not in document.text
