"""Sheets to print: the sample patient of the design, and longer and stranger ones made from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from ptbuilder.domain.activity import ActivityRow, ActivityTable
from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.dosage import Dosage, PainLimit
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.handout import ClinicianPart, Referral, Sheet, SheetExercise, SheetPerson, SheetStage
from ptbuilder.domain.text import Text
from ptbuilder.domain.vocabulary import Section, Topic

CLINIC = Clinic(
    name="Sample Physical Therapy",
    address="12 Example Street, Sampletown",
    phone="(555) 555-0142",
    therapist="Dana Sample",
    credentials="PT, DPT",
)
PERSON = SheetPerson(name="Robert Sample", initials="R. S.", is_sample=True)
MAT: Text = {"en": "a mat", "es": "una colchoneta"}
PILLOW: Text = {"en": "a small pillow", "es": "una almohada pequeña"}
CHAIR: Text = {"en": "a firm chair", "es": "una silla firme"}
LYING: Text = {"en": "lying on your back", "es": "boca arriba"}
STANDING: Text = {"en": "standing", "es": "de pie"}
STRETCH = {"sets": (1, 4), "reps": (1, 4), "hold_s": (10, 60)}
STRENGTH = {"sets": (1, 4), "reps": (6, 20), "hold_s": (0, 5)}
CONTROL = {"sets": (1, 3), "reps": (5, 12), "hold_s": (2, 10)}


def _exercise(code: str, en: tuple[str, ...], es: tuple[str, ...], steps: Any, shows: tuple[int, int], one_sided: bool) -> Exercise:
    name, why, feel, stop = zip(en, es, strict=True)
    return Exercise(
        code=code,
        name={"en": name[0], "es": name[1]},
        region="lumbar",
        type="stretch",
        goals=(),
        position="hooklying",
        dosage="stretch",
        steps=steps,
        unilateral=one_sided,
        purpose={"en": why[0], "es": why[1]},
        feel={"en": feel[0], "es": feel[1]},
        stop_if={"en": stop[0], "es": stop[1]},
        figure={"shows": list(shows)},
    )


KNEE_TO_CHEST = _exercise(
    "lx-knee-chest-single",
    ("Single knee to chest", "Eases your lower back.", "a gentle pull in your lower back or buttock.", "pain goes down your leg."),
    (
        "Rodilla al pecho",
        "Alivia la parte baja de la espalda.",
        "un estiramiento suave en la espalda baja o en el glúteo.",
        "el dolor baja por la pierna.",
    ),
    {
        "en": (
            "Lie on your back with a pillow under your head. Bend your {side} knee.",
            "Hold your {side} shin with both hands.",
            "Pull your knee to your chest until you feel a gentle pull.",
            "Lower your foot slowly.",
        ),
        "es": (
            "Acuéstese boca arriba con una almohada bajo la cabeza. Doble la rodilla {side.f}.",
            "Tome la espinilla {side.f} con las dos manos.",
            "Acerque la rodilla al pecho hasta sentir un estiramiento suave.",
            "Baje el pie despacio.",
        ),
    },
    (1, 3),
    one_sided=True,
)
HEEL_SLIDE = _exercise(
    "lx-heel-slide-brace",
    (
        "Heel slide",
        "Trains the deep tummy muscles that steady your back.",
        "your lower tummy working. Your back stays still.",
        "your back arches or hurts more.",
    ),
    (
        "Deslizar el talón",
        "Entrena los músculos profundos del abdomen que cuidan su espalda.",
        "que trabaja la parte baja del abdomen. La espalda no se mueve.",
        "la espalda se arquea o duele más.",
    ),
    {
        "en": (
            "Lie on your back. Bend both knees.",
            "Gently tighten your lower tummy. Keep breathing.",
            "Slide your {side} heel away until your leg is straight.",
            "Slide it back and relax.",
        ),
        "es": (
            "Acuéstese boca arriba. Doble las rodillas.",
            "Apriete suavemente la parte baja del abdomen. Siga respirando.",
            "Deslice el talón {side} hasta estirar la pierna.",
            "Traiga el talón de vuelta y relaje.",
        ),
    },
    (1, 3),
    one_sided=True,
)
BRIDGE = _exercise(
    "lx-bridge",
    ("Bridge", "Makes your buttocks and back stronger.", "your buttocks working, not your lower back.", "your lower back pinches."),
    (
        "Puente",
        "Fortalece los glúteos y la espalda.",
        "que trabajan los glúteos, no la parte baja de la espalda.",
        "siente un pinchazo en la espalda.",
    ),
    {
        "en": (
            "Lie on your back. Bend your knees. Put your feet flat.",
            "Squeeze your buttocks.",
            "Lift your hips in line with your knees and shoulders.",
            "Hold. Then lower your hips slowly.",
        ),
        "es": (
            "Acuéstese boca arriba. Doble las rodillas. Apoye bien los pies.",
            "Apriete los glúteos.",
            "Levante la cadera hasta quedar en línea con las rodillas y los hombros.",
            "Mantenga. Baje la cadera despacio.",
        ),
    },
    (1, 3),
    one_sided=False,
)
HIP_STRETCH = _exercise(
    "hp-hipflexor-stand",
    (
        "Front-of-hip stretch, standing",
        "Loosens the front of your hip, so your back can rest.",
        "a gentle pull at the front of your {side} hip.",
        "your lower back pinches.",
    ),
    (
        "Estirar el frente de la cadera, de pie",
        "Afloja el frente de la cadera para que la espalda descanse.",
        "un estiramiento suave en el frente de la cadera {side.f}.",
        "siente un pinchazo en la espalda.",
    ),
    {
        "en": (
            "Stand behind a firm chair. Hold on to it.",
            "Take a long step back with your {side} foot.",
            "Tuck your tail under. Bend your front knee and move your hips forward.",
            "Hold. Keep your chest up and do not arch your back.",
            "Step back in to the chair.",
        ),
        "es": (
            "Párese detrás de una silla firme. Sosténgase de ella.",
            "Dé un paso largo hacia atrás con el pie {side}.",
            "Meta la cola. Doble la rodilla de adelante y lleve la cadera hacia adelante.",
            "Mantenga. Pecho arriba y sin arquear la espalda.",
            "Regrese a la silla.",
        ),
    },
    (2, 3),
    one_sided=True,
)

PAIN = PainLimit(4)
ROWS = (
    SheetExercise(
        id="a",
        number=1,
        exercise=KNEE_TO_CHEST,
        dosage=Dosage(reps=3, hold_s=20, rest_s=10, rep_s=4, effort="gentle-pull", pain=PAIN),
        side="both",
        usual=STRETCH,
        position=LYING,
        equipment=(MAT, PILLOW),
    ),
    SheetExercise(
        id="b",
        number=2,
        exercise=HEEL_SLIDE,
        dosage=Dosage(reps=6, hold_s=3, rep_s=4, pain=PAIN),
        side="both",
        mark="new",
        usual=CONTROL,
        position=LYING,
        equipment=(MAT,),
    ),
    SheetExercise(
        id="c",
        number=3,
        exercise=BRIDGE,
        dosage=Dosage(sets=2, reps=10, hold_s=3, rest_s=60, rep_s=4, per_week=3, pain=PAIN),
        mark="changed",
        before=Dosage(sets=2, reps=8, hold_s=3, rest_s=60, rep_s=4, per_week=3),
        note="Stop at the height we tried. Breathe out as you lift.",
        usual=STRENGTH,
        position=LYING,
        equipment=(MAT,),
    ),
    SheetExercise(
        id="d",
        number=4,
        exercise=HIP_STRETCH,
        dosage=Dosage(reps=2, hold_s=30, rest_s=10, rep_s=4, effort="gentle-pull", pain=PAIN),
        side="both",
        mark="new",
        usual=STRETCH,
        position=STANDING,
        equipment=(CHAIR,),
    ),
)
SHEET = Sheet(
    clinic=CLINIC,
    person=PERSON,
    printed=date(2026, 3, 12),
    exercises=ROWS,
    stage=SheetStage(
        number=2,
        count=4,
        first=date(2026, 3, 10),
        last=date(2026, 3, 25),
        from_day=8,
        to_day=23,
        procedure={"en": "injection", "es": "inyección"},
    ),
    next_visit=datetime(2026, 3, 26, 10, 30),
    stopped=({"en": "Pelvic tilt", "es": "Inclinación de pelvis"},),
    irritability="moderate",
    after_injection=True,
)
TOPIC = Topic(
    code="edu-sitting",
    title={"en": "Sit with ease", "es": "Siéntese con comodidad"},
    summary={"en": "Stand up or move every 30 minutes.", "es": "Levántese o muévase cada 30 minutos."},
    sections=(
        Section(
            heading={"en": "In the car", "es": "En el auto"},
            lines={
                "en": ("Move your seat close.", "Stop each hour."),
                "es": ("Acerque su asiento.", "Pare cada hora."),
            },
        ),
        Section(
            heading={"en": "Only after a new hip", "es": "Solo con cadera nueva"},
            lines={"en": ("Do not cross your legs.",), "es": ("No cruce las piernas.",)},
            after=("proc-thr-posterior",),
        ),
    ),
)
ACTIVITIES = ActivityTable(
    rows=(
        ActivityRow("driving", {"en": "Driving", "es": "Conducir"}, "now", 1, date(2026, 3, 3)),
        ActivityRow(
            "lifting",
            {"en": "Lifting", "es": "Levantar cosas"},
            "part",
            1,
            date(2026, 3, 3),
            gently_to=14,
            gently_until=date(2026, 3, 16),
            gently={"en": "10 lb only.", "es": "solo 5 kg."},
            then={"en": "as you are able.", "es": "según pueda."},
            is_new=True,
        ),
        ActivityRow(
            "sport",
            {"en": "Running", "es": "Correr"},
            "later",
            43,
            date(2026, 4, 14),
            asks=True,
            note={"en": "Soft shoes.", "es": "Zapatos blandos."},
        ),
        ActivityRow("own-1", {"en": "Dancing"}, "ask", is_changed=True),
    ),
    procedure={"en": "injection", "es": "inyección"},
    on=date(2026, 3, 2),
)
REFERRAL = Referral(
    clinic=CLINIC,
    person=replace(PERSON, name="Ellen Sample", initials="E. S.", age=47, sex="F"),
    seen=datetime(2026, 3, 12, 14, 5),
    level="emergency",
    patient_text={"en": "You may have pressure on important nerves.", "es": "Puede tener presión en nervios importantes."},
)


def sheet(**choices: Any) -> Sheet:
    """The sample sheet with these choices."""
    return replace(SHEET, choices=replace(HandoutChoices(), **choices))


def long_sheet(number: int, **choices: Any) -> Sheet:
    """The sample sheet with ``number`` exercises, in turn the four known ones."""
    rows = tuple(replace(ROWS[place % 4], id=f"r{place}", number=place + 1, mark="") for place in range(number))
    return replace(sheet(**choices), exercises=rows, stopped=())


def with_note(text: str, **choices: Any) -> Sheet:
    """The sample sheet with one exercise that carries this note."""
    return replace(sheet(**choices), exercises=(replace(ROWS[2], number=1, note=text),), stopped=())


NOT_ASKED = ClinicianPart(red_flags_asked=False)
