"""Dates in other languages, by dateparser, kept from inventing anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.parse import build_doc

from dateline.annotate.timex import STAGE, TimexOptions, find_timexes
from dateline.model.time import Granularity


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("fr", "Signé le 12 juillet 2018 à Lyon.", "12 juillet 2018", "2018-07-12"),
        ("fr", "Fermé le 1er mai 2017.", "1er mai 2017", "2017-05-01"),
        ("de", "Am 12. Juli 2018 war Ruhe.", "12. Juli 2018", "2018-07-12"),
        ("es", "El 12 de julio de 2018 cayó.", "12 de julio de 2018", "2018-07-12"),
        ("ru", "Подписан 12 июля 2018 года.", "12 июля 2018 года", "2018-07-12"),
        ("ja", "会談は2018年7月12日だった。", "2018年7月12日", "2018-07-12"),
        ("ar", "في 12 يوليو 2018", "12 يوليو 2018", "2018-07-12"),
    ],
)
def test_days_of_other_languages(
    language: str, text: str, words: str, value: str
) -> None:
    options = TimexOptions(languages=(language,), english=False)
    (timex,) = find_timexes(text, options=options)
    assert (timex.time.words, timex.time.value) == (words, value)
    assert timex.span.slice(text) == words
    assert timex.time.granularity is Granularity.DAY


def test_a_foreign_month_is_a_month() -> None:
    options = TimexOptions(languages=("fr",), english=False)
    (timex,) = find_timexes("en juillet 2018", dct=date(2019, 1, 1), options=options)
    assert timex.time.value == "2018-07"
    assert timex.time.granularity is Granularity.MONTH


@pytest.mark.parametrize("text", ["Hôtel 2018", "hier", "le 14", "12 amis 2018", ""])
def test_what_names_no_date_is_none(text: str) -> None:
    options = TimexOptions(languages=("fr",), english=False)
    assert find_timexes(text, options=options) == ()


def test_other_languages_stand_beside_english() -> None:
    found = find_timexes(
        "On 6 July 2018, wrote 'le 12 juillet 2018'. Two days later he left.",
        options=TimexOptions(languages=("fr",)),
    )
    assert [timex.time.value for timex in found] == [
        "2018-07-06",
        "2018-07-12",
        "2018-07-14",
    ]
    assert found[2].anchor == 1


def test_an_article_in_another_language_is_not_read_as_english() -> None:
    doc = build_doc("May/NNP/ROOT/0 12/CD/nummod/1 juillet/NN/dep/1 2018/CD/dep/1")
    french = replace(doc, document=replace(doc.document, language="fr-CA"))
    (timex,) = STAGE.annotate(french).timexes
    assert timex.time.words == "12 juillet 2018"
