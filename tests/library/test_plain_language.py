from __future__ import annotations

import subprocess
import sys
from typing import Any

from ptbuilder.library.plain_language import reading_ease, reading_grade, whole_text
from tests.library.sample import activity, after_procedure, exercise, faults, faults_of_exercise, rule, text, topic


def steps(en: str, es: str = "Baje la cadera despacio.") -> dict[str, Any]:
    return {
        "steps": {
            "en": ["Lie on your back.", "Lift your hips.", en],
            "es": ["Acuéstese boca arriba.", "Suba la cadera.", es],
        }
    }


def test_a_word_that_is_not_plain_is_named() -> None:
    assert faults_of_exercise(**steps("Feel the isometric work.", "Sienta el trabajo isométrico.")) == (
        ("steps.en[3]", '"isometric" is neither in the list of plain words nor explained in the glossary'),
        ("steps.es[3]", '"isométrico" is neither in the list of plain words nor explained in the glossary'),
    )


def test_a_long_sentence_is_named() -> None:
    sentence = "Lift your hips up and up and up and up and up and up and up and up."
    (found,) = faults_of_exercise(**steps(sentence))
    assert found[0] == "steps.en[3]"
    assert found[1].startswith("expected sentences of at most 15 words, got 18")


def test_the_words_of_an_activity_are_plain_too() -> None:
    found = [str(each) for each in faults(**after_procedure(activity(note=text("Isometric work only.", "Con cuidado."))))]
    assert found == ['activities driving: note.en: "Isometric" is neither in the list of plain words nor explained in the glossary']


def test_the_lead_of_the_sheet_counts() -> None:
    fourteen = "your legs and your hips and your back and your feet and your work."
    assert [field for field, _ in faults_of_exercise(feel=text(fourteen, "que trabajan las piernas."))] == ["feel.en"]


def test_a_step_holds_few_actions() -> None:
    (found,) = faults_of_exercise(**steps("Lift. Hold. Lower."))
    assert found == ("steps.en[3]", "expected at most 2 actions in this step, got 3")


def test_the_name_of_a_product_is_named() -> None:
    assert ("cue.en", '"TheraBand" is the name of a product') in faults_of_exercise(
        cue=text("Hold the TheraBand.", "Tome la banda.")
    )


def test_a_hard_text_is_named_by_its_grade() -> None:
    hard = "Immediately understand physical therapy exercises."
    found = faults_of_exercise(mistakes={"en": [hard] * 12, "es": ["La espalda se arquea."] * 12})
    assert any(field == "en" and "Flesch-Kincaid grade of at most 4" in says for field, says in found)


def test_a_hard_spanish_text_is_named_by_its_ease() -> None:
    hard = "Inmediatamente recomendaremos procedimientos fisioterapéuticos extraordinariamente correspondientes."
    found = faults_of_exercise(mistakes={"en": ["Your back arches."] * 12, "es": [hard] * 12})
    assert any(field == "es" and "Fernandez-Huerta ease of at least 70" in says for field, says in found)


def test_topics_and_referral_notes_are_read_too() -> None:
    stop = {
        "level": "urgent",
        "clinician_text": text("Neuropathy.", "Neuropatía."),
        "patient_text": text("See a neurologist.", "Vaya al médico."),
    }
    found = faults(
        exercises=[exercise()],
        topics=[topic(summary=text("Avoid hyperextension.", "Camine."))],
        rules=[rule(then={"stop": stop})],
    )
    assert {("topics edu-walking", "summary.en"), ("rules R-T-01", "then.stop.patient_text.en")} <= {
        (each.record, each.field) for each in found
    }


def test_the_grade_of_a_known_text() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59
    assert round(reading_grade("The cat sat on the mat."), 2) == -1.45


def test_a_word_that_no_dictionary_has_is_still_counted() -> None:
    assert reading_grade("Do the heeltotoe walk on the zzyx line.") < 6


def test_the_ease_of_a_known_text() -> None:
    # 5 words, 8 places to hyphenate: 206.84 - 60 * 8 / 5 - 1.02 * 5
    assert round(reading_ease("La casa es muy bonita."), 2) == 105.74


def test_headings_do_not_run_into_what_follows() -> None:
    assert whole_text((("a", "Walking"), ("b", "Go."), ("c", ""), ("d", "How?"))) == "Walking. Go. How?"


def test_reading_the_library_does_not_load_the_dictionaries() -> None:
    program = "import sys, ptbuilder.library.file; sys.exit('textstat' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
