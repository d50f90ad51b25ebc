from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.services.paper.note_reading import NoteReader, names_in, read_note

ENGLISH, SPANISH, BOTH = NoteReader("en"), NoteReader("es"), NoteReader("both")
LONG = "Bend your knee and hold it there while you breathe out slowly and count to ten with me."


def hard(text: str, reader: NoteReader = ENGLISH) -> list[str]:
    return [place.text for place in reader.hard_places(text) if place.kind == "word"]


def test_a_plain_note_is_easy() -> None:
    assert read_note("Put a pillow under your knees. Stop if it hurts more.", ENGLISH).is_easy


def test_hard_words_are_found_where_they_stand_with_plainer_ones() -> None:
    text = "Keep the scapula still."
    (place,) = ENGLISH.hard_places(text)
    assert text[place.start : place.end] == "scapula"
    assert place.plainer == "shoulder blade"


def test_a_word_without_a_plainer_one_is_hard_all_the_same() -> None:
    (place,) = ENGLISH.hard_places("Watch the xiphoid.")
    assert (place.text, place.plainer) == ("xiphoid", "")


def test_words_of_daily_life_and_units_are_not_hard() -> None:
    assert hard("Ok: 3x10 at the gym, 5 min on the treadmill, then call Dr Lee.", NoteReader("en", names_in("Lee"))) == []
    assert hard("Camine 10 min con sus nietos y mande un mensaje.", SPANISH) == []


def test_names_are_not_hard() -> None:
    assert hard("Call Zofia today.") == ["Zofia"]
    assert hard("Call Zofia today.", NoteReader("en", names_in("Zofia Nowak"))) == []


def test_a_sentence_of_more_than_fifteen_words_is_marked_whole() -> None:
    text = f"Rest first. {LONG}"
    (place,) = ENGLISH.hard_places(text)
    assert (place.kind, text[place.start : place.end]) == ("sentence", LONG.removesuffix("."))
    assert read_note(text, ENGLISH).long_sentences == 1


def test_the_language_of_the_handout_decides() -> None:
    assert hard("Doble la rodilla.", SPANISH) == []
    assert "rodilla" in hard("Doble la rodilla.", ENGLISH)
    assert "knee" in hard("Bend your knee.", SPANISH)


def test_where_both_are_printed_a_note_is_read_in_its_own_language() -> None:
    assert hard("Doble la rodilla.", BOTH) == []
    assert hard("Bend your knee.", BOTH) == []
    assert hard("Doble la rodilla con propiocepción.", BOTH) == ["propiocepción"]


def test_an_english_note_beyond_grade_six_is_too_hard() -> None:
    reading = read_note("Systematically minimize repetitive overhead activities during rehabilitation therapy.", ENGLISH)
    assert reading.is_too_hard
    assert reading.score is not None
    assert reading.score > 6


def test_a_spanish_note_below_an_ease_of_seventy_is_too_hard() -> None:
    hard_note = read_note(
        "Realice movilizaciones articulares progresivas manteniendo estabilización lumbopélvica continuada.", SPANISH
    )
    easy_note = read_note("Doble la rodilla y cuente hasta diez. Pare si le duele más.", SPANISH)
    assert (hard_note.is_too_hard, easy_note.is_too_hard) == (True, False)


def test_a_note_of_few_words_has_no_grade() -> None:
    assert read_note("Physical therapy daily.", ENGLISH).score is None


def test_a_hard_word_is_named_once_in_the_order_of_the_note() -> None:
    reading = read_note("Scapula down. Flexion next. Scapula down.", ENGLISH)
    assert [each.text for each in reading.words] == ["Scapula", "Flexion"]


@given(st.text(max_size=80), st.sampled_from([ENGLISH, SPANISH, BOTH]))
def test_places_lie_in_the_text_in_its_order(text: str, reader: NoteReader) -> None:
    places = reader.hard_places(text)
    assert all(text[place.start : place.end] == place.text for place in places)
    assert [place.start for place in places] == sorted(place.start for place in places)


def test_a_note_in_the_other_language_is_foreign_to_its_sheet() -> None:
    spanish, english = "Mantenga la espalda recta", "Do this slowly and breathe"
    assert NoteReader("en").is_foreign(spanish)
    assert NoteReader("es").is_foreign(english)
    assert not NoteReader("es").is_foreign(spanish)
    assert not NoteReader("both").is_foreign(spanish)
    assert not NoteReader("en").is_foreign("Reduce lumbar lordosis bilaterally")
    assert not NoteReader("en").hard_places(spanish)
