"""One exercise on the page for a phone, in the reading order of paper."""

from __future__ import annotations

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.domain.text import say_all
from ptbuilder.exchange.markup import Markup, element, joined
from ptbuilder.exchange.picture import picture
from ptbuilder.exchange.voice import Voice
from ptbuilder.wording import alt, dose, fixed_phone, head, steps
from ptbuilder.wording import exercise as words

_WIDE = 1.4
"""Frames wider than this times their height stand one below the other on a phone, so that hands and feet stay visible."""


def moves(of: SheetExercise) -> bool:
    """Whether both frames are there, so that the pictures can alternate."""
    return of.start is not None and of.finish is not None


def exercise_article(voice: Voice, of: SheetExercise, clinic: Clinic) -> Markup:
    """Heading, what changed, why, pictures, steps, dose, what to feel, when to stop, note, too hard, too easy."""
    return element(
        "article",
        _heading(voice, of),
        _changed(voice, of),
        _paragraph(voice.text(of.exercise.purpose)),
        _pictures(voice, of),
        _steps(voice, of),
        element("p", voice.tell(lambda language: words.dose(of, language)), class_="dose"),
        _panel(voice, of),
        _paragraph(voice.tell(lambda language: words.told(of, "feel", language))),
        _paragraph(voice.tell(lambda language: words.told(of, "stop-if", language))),
        _note(voice, of, clinic),
        element("p", voice.tell(lambda language: words.way_out(of, "too-hard", language))),
        element("p", voice.tell(lambda language: words.way_out(of, "too-easy", language))),
        class_="exercise",
        aria_labelledby=f"e{of.number}",
    )


def _paragraph(inside: Markup) -> Markup:
    return element("p", inside) if inside else Markup("")


def _heading(voice: Voice, of: SheetExercise) -> Markup:
    number = element("span", str(of.number), class_="number")
    mark = (" ", element("span", voice.fixed(f"mark-{of.mark}"), class_="mark")) if of.mark else None
    return element("h2", number, " ", element("span", voice.text(of.exercise.name), mark), id=f"e{of.number}")


def _changed(voice: Voice, of: SheetExercise) -> Markup:
    told = voice.tell(lambda language: words.changed(of, language))
    return _paragraph(element("b", told) if told else told)


def _pictures(voice: Voice, of: SheetExercise) -> Markup:
    """Start and finish at one scale; a start without a finish stands alone under the exercise's name."""
    frames = [each for each in (of.start, of.finish) if each is not None]
    if not frames or of.start is None:
        return Markup("")
    width, height = max(each.width for each in frames), max(each.height for each in frames)
    figures = [_figure(voice, of, of.start, "start", width, height)]
    if of.finish is not None:
        figures.append(_figure(voice, of, of.finish, "finish", width, height))
    if not moves(of):
        return element("div", figures, class_="pair alone")
    return element("div", figures, class_="pair moving wide" if width > height * _WIDE else "pair moving")


def _figure(voice: Voice, of: SheetExercise, drawing: Drawing, frame: str, width: float, height: float) -> Markup:
    tell = alt.start if frame == "start" else alt.finish
    others = [element("span", tell(of, language), class_="unseen", lang=language) for language in voice.languages[1:]]
    drawn = picture(drawing, tell(of, voice.main), voice.main, width, height)
    return element("figure", drawn, others, element("figcaption", _caption(voice, of, frame)))


def _caption(voice: Voice, of: SheetExercise, frame: str) -> Markup:
    if not moves(of):
        return voice.text(of.exercise.name)
    if of.exercise.shows is None:
        return voice.fixed(frame)
    number = of.exercise.shows[0 if frame == "start" else 1]
    step = element("span", voice.plain(lambda language: fixed_phone.say("picture-step", language)), " ", class_="unseen")
    return joined((element("span", step, str(number), class_="badge"), " ", voice.fixed(frame)))


def _steps(voice: Voice, of: SheetExercise) -> Markup:
    told = voice.items(lambda language: steps.filled(say_all(of.exercise.steps, language), of.side, language))
    rows = [
        element("li", element("span", str(number), class_="badge", aria_hidden="true"), element("div", step))
        for number, step in enumerate(told, start=1)
    ]
    return element("ol", rows, class_="steps", role="list") if rows else Markup("")


def _panel(voice: Voice, of: SheetExercise) -> Markup:
    """The table of the dose; the rows of both languages are the same, for the dose is."""
    rows = zip(*(dose.rows(of.dosage, of.side, language) for language in voice.languages), strict=True)
    told = []
    for row in rows:
        said = dict(zip(voice.languages, row, strict=True))
        label = element("th", voice.tell(lambda language, said=said: said[language].label), scope="row")  # type: ignore[misc]
        value = voice.tell(lambda language, said=said: ", ".join(said[language].lines))  # type: ignore[misc]
        told.append(element("tr", label, element("td", value)))
    return element("table", element("caption", voice.fixed("how-much")), element("tbody", told), class_="panel")


def _note(voice: Voice, of: SheetExercise, clinic: Clinic) -> Markup:
    return note(voice, of.note, clinic) if of.note.strip() else Markup("")


def note(voice: Voice, text: str, clinic: Clinic) -> Markup:
    """What the therapist wrote, under the therapist's first name, once and as it was typed."""
    label = element("b", voice.plain(lambda language: head.note_label(clinic, language)))
    return element("p", label, " ", element("bdi", text, class_="typed"), class_="note")
