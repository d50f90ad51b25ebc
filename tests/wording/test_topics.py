"""What a topic tells one patient."""

from __future__ import annotations

from dataclasses import replace

from ptbuilder.domain.vocabulary import Section
from ptbuilder.wording.fixed import say
from ptbuilder.wording.topics import told_sections
from tests.handout.sheets import TOPIC

KEY = TOPIC.summary


def section(en: tuple[str, ...], es: tuple[str, ...]) -> Section:
    return Section({"en": "Breaks", "es": "Pausas"}, {"en": en, "es": es})


def test_a_section_that_holds_only_what_is_said_elsewhere_is_left_out() -> None:
    topic = replace(TOPIC, sections=(section((KEY["en"],), (KEY["es"],)), section((say("unsure", "en"),), (say("unsure", "es"),))))
    assert told_sections(topic, (), ("en",)) == []
    assert told_sections(topic, (), ("en", "es")) == []


def test_a_line_stays_in_both_languages_where_one_of_them_says_it_in_other_words() -> None:
    topic = replace(TOPIC, sections=(section((KEY["en"], "Walk."), ("Camine un poco.", "Camine.")),))
    [told] = told_sections(topic, (), ("en", "es"))
    assert [len(lines) for lines in told.lines.values()] == [2, 2]
    [english] = told_sections(topic, (), ("en",))
    assert english.lines["en"] == ["Walk."]


def test_a_section_for_others_is_left_out() -> None:
    assert len(told_sections(TOPIC, (), ("en",))) == 1
    assert len(told_sections(TOPIC, {"proc-thr-posterior"}, ("en",))) == 2
