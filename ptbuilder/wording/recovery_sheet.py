"""The words of the recovery sheet, which a clinic prints once and locks away."""

from __future__ import annotations

from datetime import date

from ptbuilder.wording.dates import day

_ROWS = 7
_WORDS = {
    "en": {
        "title": "Recovery sheet for PTBuilder",
        "what": "This sheet opens your patient data when the computer has lost the key: after a repair, on a new computer, or when"
        " the keyring was emptied. Without the key and without this sheet nobody can open the data.",
        "keep": "Keep it on paper, in a locked place, away from the computer. Whoever has this sheet and the data file can read"
        " the data.",
        "use": "To use it, start PTBuilder and type the 14 groups in this order. Small letters and spaces do not matter. There is"
        " no letter O, I, L or U here: what looks like O is a zero, what looks like I is a one.",
        "made": "Sheet {name}, made on {day}. A sheet with this name opens the same data, whenever it was printed.",
    },
    "es": {
        "title": "Hoja de recuperación de PTBuilder",
        "what": "Esta hoja abre los datos de sus pacientes cuando la computadora ha perdido la clave: después de una reparación,"
        " en una computadora nueva o si se vació el llavero. Sin la clave y sin esta hoja, nadie puede abrir los datos.",
        "keep": "Guárdela en papel, bajo llave y lejos de la computadora. Quien tenga esta hoja y el archivo de datos puede"
        " leer los datos.",
        "use": "Para usarla, inicie PTBuilder y escriba los 14 grupos en este orden. Da igual usar minúsculas o espacios. Aquí no"
        " hay letras O, I, L ni U: lo que parece una O es un cero, lo que parece una I es un uno.",
        "made": "Hoja {name}, hecha el {day}. Una hoja con este nombre abre los mismos datos, sin importar cuándo se imprimió.",
    },
}


def title(language: str) -> str:
    """The heading."""
    return _WORDS[language]["title"]


def paragraphs(name: str, made_on: date, language: str, paper: str) -> tuple[str, str, str, str]:
    """What it is for, where to keep it, how to use it, and which sheet this is; the groups stand before the third."""
    words = _WORDS[language]
    return words["what"], words["keep"], words["use"], words["made"].format(name=name, day=day(made_on, language, paper))


def rows(groups: tuple[str, ...]) -> tuple[str, ...]:
    """The groups in two columns, each with its number, to be set in letters of one width."""
    numbered = [f"{number:>2}  {group}" for number, group in enumerate(groups, start=1)]
    return tuple("          ".join(numbered[row::_ROWS]) for row in range(_ROWS))
