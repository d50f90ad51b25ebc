"""The page for a phone says what paper says, in a form that everyone can read."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import pairwise

import pytest

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import Sheet, SheetStage
from ptbuilder.exchange.html_sheet import html_sheet
from ptbuilder.handout.exercise_words import exercise_words
from ptbuilder.handout.setting import Setting
from ptbuilder.wording import safety, summary
from ptbuilder.wording.fixed import plain, say
from ptbuilder.wording.numbers import NO_BREAK
from tests.exchange.reading import DRAWN, Node, read
from tests.handout.sheets import ACTIVITIES, SHEET, TOPIC, long_sheet, sheet, with_note

LANGUAGES = pytest.mark.parametrize("language", ["en", "es", "both"])


def drawn(of: Sheet) -> Sheet:
    return replace(of, exercises=tuple(replace(each, start=DRAWN, finish=DRAWN) for each in of.exercises), topics=(TOPIC,))


def page(of: Sheet) -> Node:
    return read(html_sheet(of))


def tongues(language: str) -> tuple[str, ...]:
    return ("en", "es") if language == "both" else (language,)


@LANGUAGES
def test_every_word_of_an_exercise_on_paper_is_on_the_page(language: str) -> None:
    of = sheet(language=language)
    articles = page(of).all("article")
    assert len(articles) == len(of.exercises)
    for tongue in tongues(language):
        setting = Setting(of.choices, tongue)
        for article, each in zip(articles, of.exercises, strict=True):
            words = exercise_words(setting, each, of.clinic)
            runs = [*words.steps, words.dose, words.feel, words.stop, words.hard, words.easy, words.note[1:]]
            said = [words.number, words.name, words.mark, words.changed, words.why, *(plain(tuple(run)) for run in runs)]
            said += [part for row in words.rows for part in (row.label, *row.lines)]
            assert [part for part in said if part not in article.text] == []


@LANGUAGES
def test_the_safety_part_is_whole(language: str) -> None:
    of = sheet(language=language, with_log=False, with_topics=False)
    section = page(of).one("section", class_="safety").text
    for tongue in tongues(language):
        signs = (*safety.stop_signs(of, tongue), *safety.call_signs(of, tongue), *safety.er_signs(tongue))
        fixed = [say(key, tongue) for key in ("stay-safe", "fine", "stop-have", "call-have", "do-not-wait")]
        fine = [plain(runs) for runs in safety.fine(of, tongue)]
        assert [part for part in (*signs, *fixed, *fine, safety.er_heading(of, tongue)) if part not in section] == []


@LANGUAGES
def test_the_plan_says_the_numbers_of_paper(language: str) -> None:
    of = sheet(language=language)
    plan = page(of).one("section", class_="plan").text
    for tongue in tongues(language):
        for fact in summary.facts(of, tongue):
            assert plain(fact) in plan
        for line in (summary.on_days, summary.remember, summary.needs, summary.stopped):
            assert plain(line(of, tongue)) in plan


@LANGUAGES
def test_headings_never_skip_a_level_and_the_first_is_the_title(language: str) -> None:
    levels = [int(each.name[1]) for each in page(drawn(sheet(language=language))).below() if re.fullmatch("h[1-6]", each.name)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@LANGUAGES
def test_the_page_is_valid(language: str) -> None:
    parser = pytest.importorskip("tinyhtml5.parser").HTMLParser()
    parser.parse(html_sheet(replace(drawn(sheet(language=language)), activities=ACTIVITIES)))
    assert parser.errors == []


@LANGUAGES
def test_names_inside_the_page_are_unique_and_lead_somewhere(language: str) -> None:
    root = page(drawn(sheet(language=language)))
    names = [each.attributes["id"] for each in root.below() if "id" in each.attributes]
    assert len(names) == len(set(names))
    labels = [each.attributes["aria-labelledby"] for each in root.below() if "aria-labelledby" in each.attributes]
    links = [(each.attributes["href"] or "")[1:] for each in root.one("nav").all("a")]
    assert {*labels, *links} <= set(names)
    assert "safe" in links


def test_the_page_has_its_landmarks() -> None:
    body = page(SHEET).one("body")
    assert [each.name for each in body.inside if isinstance(each, Node)] == ["header", "main", "footer"]


@LANGUAGES
def test_each_part_carries_its_language(language: str) -> None:
    root = page(sheet(language=language))
    assert root.one("html").attributes["lang"] == tongues(language)[0]
    spans = root.one("body").all("span", class_="tongue")
    if language != "both":
        assert spans == []
        return
    assert {each.attributes["lang"] for each in spans} == {"en", "es"}
    name = root.all("article")[2].one("h2")
    assert [(each.attributes["lang"], each.text) for each in name.all("span", class_="tongue")][:2] == [
        ("en", "Bridge"),
        ("es", "Puente"),
    ]


def test_a_missing_translation_is_marked_as_english() -> None:
    row = SHEET.exercises[0]
    of = replace(sheet(language="es"), exercises=(replace(row, exercise=replace(row.exercise, name={"en": "Bridge"})),))
    [name] = [each for each in page(of).one("article").one("h2").all("span") if each.attributes.get("lang")]
    assert (name.attributes["lang"], name.text) == ("en", "Bridge")


@LANGUAGES
def test_nothing_is_loaded_sent_or_run(language: str) -> None:
    text = html_sheet(drawn(sheet(language=language)))
    root = read(text)
    assert not {each.name for each in root.below()} & {"script", "link", "img", "iframe", "object", "form", "base"}
    loading = {"src", "srcset", "action", "style", "data", "poster"}
    assert not [each for each in root.below() if any(key in loading or key.startswith("on") for key in each.attributes)]
    targets = [each.attributes["href"] or "" for each in root.below() if "href" in each.attributes]
    assert all(target.startswith(("#", "tel:")) for target in targets)
    assert "http://" not in text
    assert "https://" not in text


def test_the_policy_forbids_all_loading_and_allows_this_style_alone() -> None:
    root = page(SHEET)
    policy = root.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"] or ""
    digest = b64encode(sha256(root.one("style").text.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_the_file_is_titled_with_initials_only() -> None:
    assert page(SHEET).one("title").text == "Home exercises for R. S., 12 March 2026"


def test_pictures_say_in_words_what_they_show() -> None:
    article = page(drawn(sheet())).all("article")[2]
    start, finish = article.all("svg")
    assert start.attributes["aria-label"] == "Start of Bridge: lying on your back, with a mat."
    assert (finish.attributes["aria-label"] or "").startswith("Finish of Bridge: ")
    assert [each.text for each in article.all("figcaption")] == ["step 1 Start", "step 3 Finish"]


def test_pictures_say_it_in_both_languages() -> None:
    figure = page(drawn(sheet(language="both"))).all("article")[2].all("figure")[0]
    assert figure.one("svg").attributes["lang"] == "en"
    [spanish] = [each for each in figure.all("span", class_="unseen") if each.attributes.get("lang") == "es"]
    assert spanish.text.startswith("Inicio de Puente: ")


def test_without_drawings_there_is_no_place_for_them() -> None:
    root = page(SHEET)
    assert root.all("figure") == []
    assert root.all("input") == []


@pytest.mark.parametrize(("height", "kind"), [(160, "pair moving wide"), (290, "pair moving")])
def test_lying_figures_get_the_whole_width_of_a_phone(height: float, kind: str) -> None:
    frame = replace(DRAWN, height=height)
    of = replace(SHEET, exercises=(replace(SHEET.exercises[0], start=frame, finish=frame),))
    assert len(page(of).all("div", class_=kind)) == 1


def test_movement_can_be_stopped_without_a_script() -> None:
    [switch] = page(drawn(SHEET)).all("label")
    assert switch.one("input").attributes["type"] == "checkbox"
    assert switch.text == "Keep the pictures still"


def test_a_start_without_a_finish_stands_alone_under_its_name() -> None:
    of = replace(SHEET, exercises=(replace(SHEET.exercises[2], start=DRAWN),))
    root = page(of)
    assert root.one("figcaption").text == "Bridge"
    assert root.all("label") == []


def test_the_number_to_call_can_be_tapped() -> None:
    link = page(SHEET).one("header").one("a")
    assert (link.attributes["href"], link.text) == ("tel:5555550142", "(555)\u00a0555-0142")


def test_the_number_can_be_tapped_wherever_it_stands() -> None:
    root = page(replace(SHEET, topics=(TOPIC,)))
    number = "(555)\u00a0555-0142"
    assert root.text.count(number) > 1
    assert root.text.count(number) == len([each for each in root.all("a", href="tel:5555550142") if each.text == number])


@pytest.mark.parametrize("phone", ["+49 (0)30 123456", "555 0142 ext 5", "at the front desk", "12"])
def test_a_number_that_cannot_be_dialled_as_written_is_not_linked(phone: str) -> None:
    header = page(replace(SHEET, clinic=Clinic(phone=phone))).one("header")
    assert header.all("a") == []
    assert phone.replace(" ", "\u00a0") in header.text


def test_without_a_number_the_patient_is_told_to_call_the_clinic() -> None:
    assert page(replace(SHEET, clinic=Clinic())).one("header").text == "Call your clinic"


def test_the_clinicians_part_is_never_on_the_page() -> None:
    text = page(sheet(copy="clinician")).text
    assert say("cl-title", "en") not in text
    assert say("cl-flags-open", "en") not in text


def test_a_planned_stage_says_when_to_start() -> None:
    stage = SheetStage(number=3, count=4, first=date(2026, 3, 26), is_planned=True)
    text = page(replace(SHEET, stage=stage)).one("main").text
    assert "Start only when your therapist says so." in text


def test_topics_hold_only_what_concerns_the_patient() -> None:
    of = replace(SHEET, topics=(TOPIC,))
    assert "Do not cross your legs." not in page(of).text
    after_hip = replace(of, findings=frozenset({"proc-thr-posterior"}))
    assert "Do not cross your legs." in page(after_hip).text


@LANGUAGES
def test_the_key_sentence_of_a_topic_is_not_said_again_in_its_list(language: str) -> None:
    section = TOPIC.sections[0]
    lines = {tongue: (TOPIC.summary[tongue], *section.lines[tongue]) for tongue in ("en", "es")}
    of = sheet(language=language)
    root = page(replace(of, topics=(replace(TOPIC, sections=(replace(section, lines=lines),)),)))
    for tongue in tongues(language):
        said = TOPIC.summary[tongue].replace(NO_BREAK, " ")
        assert root.one("main").text.replace(NO_BREAK, " ").count(said) == 1


def test_activities_are_a_table() -> None:
    section = page(replace(SHEET, activities=ACTIVITIES)).one("section", class_="activities")
    assert section.one("p").text.replace(NO_BREAK, " ") == "Your injection was on Monday 2 March."
    assert [each.text for each in section.one("thead").all("th")] == ["What", "When", "Good to know"]
    rows = [
        [each.text.replace(NO_BREAK, " ") for each in (*row.all("th"), *row.all("td"))] for row in section.one("tbody").all("tr")
    ]
    assert rows == [
        ["Driving", "Now", ""],
        ["Lifting", "Now, with care", "New in this stage. Until Monday 16 March: 10 lb only. After that: as you are able."],
        ["Running", "Not before Tuesday 14 April", "When your therapist says so. Soft shoes."],
        ["Dancing", "When your therapist says so", ""],
    ]


def test_activities_are_in_the_contents_only_where_they_are_printed() -> None:
    links = [each.attributes["href"] for each in page(replace(SHEET, activities=ACTIVITIES)).one("nav").all("a")]
    assert "#again" in links
    assert "#again" not in [each.attributes["href"] for each in page(SHEET).one("nav").all("a")]


def test_a_message_and_a_note_carry_the_therapists_name() -> None:
    of = replace(with_note("Slowly,\n  please."), messages=("Rest on Sunday.",))
    assert [each.text for each in page(of).all("p", class_="note")] == [
        "Note from Dana: Slowly,\n  please.",
        "Note from Dana: Rest on Sunday.",
    ]


def test_a_sheet_of_advice_alone_keeps_the_safety_part() -> None:
    root = page(replace(SHEET, exercises=(), topics=(TOPIC,)))
    assert root.all("section", class_="plan") == []
    assert "Sit with ease" in root.one("main").text
    assert "Do not wait." in root.one("section", class_="safety").text


def test_a_sample_is_marked() -> None:
    assert "Sample patient, not a real person" in page(SHEET).one("footer").text


def test_twelve_exercises_stay_small_and_repeat_byte_for_byte() -> None:
    first = html_sheet(long_sheet(12, language="both"))
    assert first == html_sheet(long_sheet(12, language="both"))
    assert len(first.encode()) < 100_000
