from __future__ import annotations

import re

import pytest

from ptbuilder.domain.dosage import Dosage
from ptbuilder.wording import dose
from ptbuilder.wording.numbers import NO_BREAK

STRETCH = Dosage(reps=3, hold_s=20, rest_s=10, effort="gentle-pull")
STRENGTH = Dosage(sets=2, reps=10, hold_s=3, rest_s=60, per_week=3)
WALK = Dosage(kind="time", minutes=10, per_week=5, effort="talk")


def plain(text: str) -> str:
    return text.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("dosage", "side", "language", "expected"),
    [
        (STRETCH, "both", "en", "Do 3 times on each side. Hold 20 seconds. Rest 10 seconds. Once a day, every day."),
        (STRENGTH, None, "en", "Do 2 sets of 10. Hold 3 seconds. Rest 1 minute between sets. Once a day, 3 days a week."),
        (
            STRENGTH,
            None,
            "es",
            "Haga 2 series de 10. Mantenga 3 segundos. Descanse 1 minuto entre series. Una vez al día, 3 días a la semana.",
        ),
        (STRETCH, "both", "es", "Haga 3 veces con cada lado. Mantenga 20 segundos. Descanse 10 segundos. Una vez cada día."),
        (Dosage(reps=1, hold_s=300, per_day=3), None, "en", "Do 1 time. Hold 5 minutes. 3 times a day, every day."),
        (Dosage(reps=10, per_day=2), "right", "en", "Do 10 times on your right side. Twice a day, every day."),
        (Dosage(reps=10, per_day=2), "left", "es", "Haga 10 veces con el lado izquierdo. Dos veces al día, todos los días."),
        (Dosage(sets=2, reps=8, per_week=1), "both", "en", "Do 2 sets of 8 on each side. Once a day, 1 day a week."),
        (WALK, None, "en", "Do this for 10 minutes. Once a day, 5 days a week. You should be able to talk."),
        (Dosage(kind="time", minutes=1), None, "es", "Hágalo durante 1 minuto. Una vez cada día."),
        (
            Dosage(sets=2, reps=10, rest_s=90, per_week=3, effort="hard"),
            None,
            "en",
            "Do 2 sets of 10. Rest 90 seconds between sets. Once a day, 3 days a week. Leave a day off in between."
            " The last 2 or 3 should feel hard.",
        ),
        (Dosage(reps=5, hold_s=1, load="band"), None, "en", "Do 5 times. Hold 1 second. Once a day, every day. Use the band."),
        (
            Dosage(sets=3, reps=1, hold_s=20, rest_s=20),
            None,
            "en",
            "Do 3 times. Hold 20 seconds. Rest 20 seconds. Once a day, every day.",
        ),
    ],
)
def test_dose_is_told_in_sentences(dosage: Dosage, side: str | None, language: str, expected: str) -> None:
    assert plain(dose.sentence(dosage, side, language)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dosage", "side", "language", "expected"),
    [
        (STRETCH, "both", "en", "3 each side, hold 20 sec, rest 10 sec, once a day"),
        (STRENGTH, None, "en", "2 sets of 10, hold 3 sec, rest 1 min, 3 days a week"),
        (Dosage(sets=2, reps=10, rest_s=60, per_week=3), "both", "en", "2 sets of 10 each side, rest 1 min, 3 days a week"),
        (STRETCH, "both", "es", "3 cada lado, mantenga 20 s, descanse 10 s, 1 vez al día"),
        (WALK, None, "en", "10 minutes, 5 days a week"),
        (Dosage(reps=10, per_day=2, per_week=5), "left", "en", "10 times, left side, twice a day, 5 days a week"),
    ],
)
def test_short_form_says_the_dose_in_one_row(dosage: Dosage, side: str | None, language: str, expected: str) -> None:
    assert plain(dose.short(dosage, side, language)) == expected  # type: ignore[arg-type]


def test_panel_has_a_row_only_for_what_it_says() -> None:
    rows = dose.rows(STRENGTH, None, "en")
    assert [(row.label, tuple(map(plain, row.lines))) for row in rows] == [
        ("Sets", ("2",)),
        ("Repeat", ("10 times",)),
        ("Hold", ("3 seconds",)),
        ("Rest", ("1 minute",)),
        ("When", ("Once a day", "3 days a week")),
    ]


def test_panel_names_the_side_only_where_there_is_one() -> None:
    assert [row.kind for row in dose.rows(STRETCH, "both", "en")] == ["repeat", "hold", "rest", "when"]
    assert ("Side", ("Left",)) in [(row.label, row.lines) for row in dose.rows(STRETCH, "left", "en")]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("side", [None, "both", "left"])
@pytest.mark.parametrize("dosage", [STRETCH, STRENGTH, WALK, Dosage(sets=3, reps=1, hold_s=45, rest_s=20, per_day=2)])
def test_sentence_panel_and_short_form_hold_the_same_numbers(dosage: Dosage, side: str | None, language: str) -> None:
    def numbers(text: str) -> list[str]:
        once = {"Once": "1", "Twice": "2", "Una": "1", "Dos": "2", "once": "1", "twice": "2"}
        words = re.findall(r"\d+|\w+", text)
        return sorted(found for word in words if (found := once.get(word, word)).isdigit() and found not in ("1", "60"))

    sentence = dose.sentence(dosage, side, language)  # type: ignore[arg-type]
    panel = " ".join(line for row in dose.rows(dosage, side, language) for line in row.lines)  # type: ignore[arg-type]
    short = dose.short(dosage, side, language)  # type: ignore[arg-type]
    assert numbers(sentence) == numbers(panel) == numbers(short)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_number_is_parted_from_its_unit(language: str) -> None:
    units = r"\d (seconds?|minutes?|times?|days?|sets?|sec|min|s|vez|veces|segundos?|minutos?|días?|series?)\b"
    for dosage in (STRETCH, STRENGTH, WALK):
        for told in (dose.sentence(dosage, "both", language), dose.short(dosage, None, language)):
            assert not re.search(units, told)
