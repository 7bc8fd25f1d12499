"""A text that is not English is told apart, one that is never taken for another."""

import pytest

from dateline.sources.languages import looks_english


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister traf am Montag in Oslo die Gewerkschaft, um über Löhne zu reden.",
        "El presidente se reunió el lunes en Lima con los mineros de la región.",
        "De minister was maandag in Gent en sprak met de president over de haven.",
        "O presidente encontrou-se com o sindicato para falar da reforma dos portos.",
        "Il presidente ha incontrato lunedì a Bari il sindaco per parlare della nave.",
        "Ministern kom till Malmö på måndagen och det blev inte något avtal.",
        "Президент встретился в понедельник в Перми с рыбаками.",
        "部长周一在北京会见了渔民。",
    ],
    ids=["de", "es", "nl", "pt", "it", "sv", "ru", "zh"],
)
def test_other_languages_are_no_english(text: str) -> None:
    assert not looks_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dockworkers called off a nine-day strike.",
        "El Salvador's president met the head of Le Monde in La Paz on Monday.",
        "Shr 34 cts vs 19 cts Net 807,000 vs 458,000 Revs 9.1 mln vs 8.2 mln",
        "",
        "1 2 3",
    ],
    ids=["short", "foreign names", "figures", "empty", "numbers"],
)
def test_english_and_what_cannot_be_told_is_english(text: str) -> None:
    assert looks_english(text)
