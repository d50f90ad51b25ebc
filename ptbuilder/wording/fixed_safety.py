"""Words of the safety page, the referral note and the clinician's part: key to (English, Spanish).

The lists are those of the topics on exercise safety and on seeking help; nothing may be dropped from them.
"""

from __future__ import annotations

from collections.abc import Mapping

SAFETY: Mapping[str, tuple[str, str]] = {
    "stay-safe": ("Stay safe", "Cuídese"),
    "fine": ("Fine", "Está bien"),
    "fine-ache": ("A mild ache or a gentle pull is fine.", "Una molestia leve o un estiramiento suave está bien."),
    "fine-none": ("A gentle pull is fine. It should not hurt.", "Un estiramiento suave está bien. No debe doler."),
    "fine-pain": ("Pain *up to {p}\u00a0out\u00a0of\u00a010* is fine.", "Un dolor de *hasta {p}\u00a0de\u00a010* está bien."),
    "settle": ("It should settle {when}.", "Debe calmarse {when}."),
    "settle-high": ("within 1\u00a0hour", "en 1\u00a0hora"),
    "settle-moderate": ("by the evening", "antes de la noche"),
    "settle-low": ("by the next morning", "a la mañana siguiente"),
    "stop-have": ("Stop the exercise if you have", "Pare el ejercicio si tiene"),
    "call-have": ("Call your doctor today if you have", "Llame hoy a su médico si tiene"),
    "er-if": ("Go to the {er} now if you", "Vaya a {er} ahora si"),
    "er": ("ER", "urgencias"),
    "do-not-wait": ("Do not wait.", "No espere."),
    "change-step": ("When to change a step", "Cuándo cambiar un paso"),
    "rule-hard": (
        "*Too hard?* Pain goes over {p}, or it has not settled {when}. Take the “Too\u00a0hard” step.",
        "*¿Muy difícil?* El dolor pasa de {p} o no se calma {when}. Haga la opción “Muy\u00a0difícil”.",
    ),
    "rule-hard-no-number": (
        "*Too hard?* It hurts, or it has not settled {when}. Take the “Too\u00a0hard” step.",
        "*¿Muy difícil?* Le duele o no se calma {when}. Haga la opción “Muy\u00a0difícil”.",
    ),
    "rule-easy": (
        "*Too easy?* You could do 2\u00a0more with ease, 2\u00a0days in a row. Take the “Too\u00a0easy” step.",
        "*¿Muy fácil?* Podría hacer 2\u00a0más sin esfuerzo, 2\u00a0días seguidos. Haga la opción “Muy\u00a0fácil”.",
    ),
    "one-at-a-time": ("Change one exercise at a time.", "Cambie un ejercicio a la vez."),
    "missed": ("Missed a day? Just go on. Do not double up.", "¿Faltó un día? Siga igual. No haga el doble."),
    "bring": ("Bring this sheet and your log.", "Traiga esta hoja y su registro."),
    "bring-sheet": ("Bring this sheet.", "Traiga esta hoja."),
    "my-questions": ("My questions for next time", "Mis preguntas para la próxima vez"),
    "foot-stop": (
        "*Stop* for sharp or spreading pain, numb skin, weakness or dizziness.",
        "*Pare* si hay dolor agudo o que se extiende, piel dormida, debilidad o mareo.",
    ),
    "foot-help": ("*Get help:* see the back.", "*Ayuda:* vea el reverso."),
    # Referral note
    "ref-emergency": ("Go to the {er} now", "Vaya a {er} ahora"),
    "ref-urgent": ("See a doctor today", "Vea hoy a un médico"),
    "ref-show": ("Show this page when you get there.", "Muestre esta hoja al llegar."),
    "ref-no-exercise": ("Do no exercises for now.", "Por ahora no haga ejercicios."),
    "ref-number": ("Our number: *{phone}*.", "Nuestro número: *{phone}*."),
    "ref-team": ("For the emergency team", "Para el equipo de urgencias"),
    "ref-medical-team": ("For the medical team", "Para el equipo médico"),
    "ref-doctor": ("For the doctor", "Para el médico"),
    "ref-patient": ("Patient", "Paciente"),
    "ref-seen": ("Seen on", "Visto el"),
    "ref-concern": ("Concern", "Sospecha"),
    "ref-sign": ("Danger sign", "Signo de alarma"),
    "ref-findings": ("Other findings", "Otros hallazgos"),
    "ref-given": ("Given here", "Indicado aquí"),
    "ref-sent": ("No exercise program. Sent to the {er} at once.", "Sin programa de ejercicios. Enviado a {er} de inmediato."),
    "ref-sent-doctor": ("No exercise program. Sent to a doctor today.", "Sin programa de ejercicios. Enviado hoy a un médico."),
    "ref-told": ("No exercise program. Told: “{heading}.”", "Sin programa de ejercicios. Se indicó: “{heading}”."),
    "ref-checked": ("Checked today", "Revisado hoy"),
    "ref-fill": ("To be filled in by the therapist.", "Lo llena el terapeuta."),
    "ref-started": ("Started on (date, time)", "Empezó el (fecha, hora)"),
    "ref-urine": ("Last passed urine (time)", "Última vez que orinó (hora)"),
    "ref-called": ("{er} called (time, name)", "Llamada a {er} (hora, nombre)"),
    "ref-called-at": ("Called (time, name)", "Llamada hecha (hora, nombre)"),
    "ref-doctor-called": ("Doctor called (time, name)", "Llamada al médico (hora, nombre)"),
    "ref-signature": ("{name} (signature)", "{name} (firma)"),
    "ref-therapist": ("Therapist (signature)", "Terapeuta (firma)"),
    "ref-date": ("Date and time", "Fecha y hora"),
    "ref-rule": ("Rule: {sources}.", "Regla: {sources}."),
    "ref-not-replace": (
        "This note does not replace a call to the emergency department.",
        "Esta nota no reemplaza una llamada a urgencias.",
    ),
    "ref-title": ("Referral note for {name}, {date}", "Nota de derivación para {name}, {date}"),
    "female": ("female", "mujer"),
    "male": ("male", "hombre"),
    "side-left": ("left", "izquierda"),
    "side-right": ("right", "derecha"),
    "side-both": ("both sides", "ambos lados"),
    "grade-mild": ("mild", "leve"),
    "grade-moderate": ("moderate", "moderado"),
    "grade-severe": ("severe", "grave"),
    # Clinician's copy
    "cl-title": ("For the therapist", "Para el terapeuta"),
    "cl-flags-asked": ("Danger signs: asked, none found.", "Signos de alarma: preguntados, ninguno."),
    "cl-flags-open": ("Danger signs: not asked yet.", "Signos de alarma: aún sin preguntar."),
    "cl-goals": ("In the patient's words", "En palabras del paciente"),
    "cl-findings": ("Findings", "Hallazgos"),
    "cl-warnings": ("Warnings", "Avisos"),
    "cl-overrides": ("Rules overridden", "Reglas no seguidas"),
    "cl-reporting": ("Reporting (CERT and TIDieR)", "Informe (CERT y TIDieR)"),
    "cl-reason": ("Reason: {reason}", "Motivo: {reason}"),
    "cl-by": ("({name})", "({name})"),
    "cl-irritability": ("Irritability: {level}.", "Irritabilidad: {level}."),
    "level-low": ("low", "baja"),
    "level-moderate": ("moderate", "moderada"),
    "level-high": ("high", "alta"),
    "cl-keep": ("This page stays with the clinic.", "Esta página se queda en la clínica."),
}

STOP_SIGNS: Mapping[str, tuple[str, ...]] = {
    "en": ("sharp pain", "pain that spreads", "numb skin or weakness", "dizziness", "chest pain (then go to the {er})"),
    "es": (
        "dolor agudo",
        "dolor que se extiende",
        "piel dormida o debilidad",
        "mareo",
        "dolor en el pecho (vaya a {er})",
    ),
}

CALL_SIGNS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "numb skin that spreads",
        "fever with back or joint pain",
        "a hot, swollen calf",
        "pain after a fall",
        "night pain that never eases, with weight loss",
    ),
    "es": (
        "piel dormida que se extiende",
        "fiebre con dolor de espalda o de una articulación",
        "la pantorrilla caliente e hinchada",
        "dolor después de una caída",
        "dolor de noche que nunca cede, con pérdida de peso",
    ),
}

CALL_SIGNS_AFTER_SHOT: Mapping[str, tuple[str, ...]] = {
    "en": (
        "numb skin that spreads",
        "fever with back, joint or shot-site pain",
        "a hot, swollen calf",
        "a bad headache after your shot",
        "pain after a fall",
        "night pain that never eases, with weight loss",
    ),
    "es": (
        "piel dormida que se extiende",
        "fiebre con dolor de espalda, de una articulación o donde le inyectaron",
        "la pantorrilla caliente e hinchada",
        "mucho dolor de cabeza después de la inyección",
        "dolor después de una caída",
        "dolor de noche que nunca cede, con pérdida de peso",
    ),
}

ER_SIGNS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "cannot control your bladder or bowel",
        "are numb between your legs",
        "get weak in a leg or arm",
        "have chest pain",
        "cannot speak or see right",
    ),
    "es": (
        "no puede controlar la orina o el intestino",
        "tiene dormida la zona entre las piernas",
        "pierde fuerza en una pierna o un brazo",
        "tiene dolor en el pecho",
        "no puede hablar o ver bien",
    ),
}
