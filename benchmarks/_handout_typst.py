"""The same sheet by Typst with PDF/UA-1: one compiler that keeps its faces and pictures, a new source each round."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks._handout_svg import svg
from benchmarks._handout_words import Words
from ptbuilder.domain.drawing import Drawing
from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.wording.fixed import plain

_HEAD = """#set document(title: {title})
#set text(font: "Atkinson Hyperlegible", size: 12pt, lang: "en")
#set par(leading: 0.5em, spacing: 0.7em)
#set page("a4", margin: (x: 18mm, top: 15mm, bottom: 22mm),
  footer: context [R. S. #h(1fr) Page #counter(page).display() of #counter(page).final().first()])
#let picture(file, alt, name) = figure(image(file, width: 51mm, alt: alt), caption: name, supplement: none)
#let block-of(
  number, name, why, start, finish, alts, steps, dose, rows, feel, stop, note, hard, easy
) = block(breakable: false, above: 4mm)[
  == #box(fill: rgb("#0f6b6b"), inset: 2mm, radius: 1.4mm, text(fill: white, number)) #name
  #why
  #grid(columns: (110mm, 60mm), gutter: 4mm,
    [#grid(columns: (53mm, 53mm), gutter: 4mm, picture(start, alts.at(0), [Start]), picture(finish, alts.at(1), [Finish]))
    #enum(..steps)
    *How much:* #dose],
    [#table(columns: (26mm, 34mm), ..rows)
    *You should feel* #feel

    *Stop if* #stop])
  #box(stroke: (left: 2.4pt), inset: (left: 2.4mm))[*Note from Dana:* #note]

  *Too hard?* #hard #h(12mm) *Too easy?* #easy
]
"""


class Typst:
    """Makes sheets in ``folder``, where the pictures and the source lie."""

    def __init__(self, folder: Path, fonts: Path, drawings: dict[str, tuple[Drawing, Drawing]]) -> None:
        import typst

        for code, pair in drawings.items():
            for name, drawing in zip(("start", "finish"), pair, strict=True):
                (folder / f"{code}-{name}.svg").write_text(svg(drawing))
        self._source = folder / "sheet.typ"
        self._source.write_text("")
        self._compiler = typst.Compiler(str(self._source), root=str(folder), font_paths=[str(fonts)], ignore_system_fonts=True)

    def make(self, words: Words, codes: list[str]) -> bytes:
        """The PDF of one sheet."""
        self._source.write_text(_source(words, codes))
        made: bytes = self._compiler.compile(format="pdf", pdf_standards=["ua-1"])
        return made


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(items: list[str]) -> str:
    return "(" + "".join(f"{item}, " for item in items) + ")"


def _source(words: Words, codes: list[str]) -> str:
    parts = [_HEAD.replace("{title}", _text(words.title))]
    parts.append(f"#{_text(words.clinic)} #h(1fr) #strong({_text(words.phone)})\n#line(length: 100%, stroke: 1.5pt)")
    parts.append(f"= #{_text(words.title)}\n#{_text(words.date)}")
    told = "\n\n".join(f"#{_text(line)}" for line in (*words.facts, *words.remember))
    parts.append(f'#block(fill: rgb("#eaf3f2"), stroke: 1.2pt, inset: 4mm, radius: 2mm, width: 100%)[{told}]')
    parts += [_block(*each) for each in zip(words.exercises, codes, words.alts, strict=True)]
    parts.append("#pagebreak()\n== Stay safe")
    for title, signs in words.ladder:
        parts.append(f"=== #{_text(title)}\n" + "\n".join(f"- #{_text(sign)}" for sign in signs))
    parts.append("== When to change a step\n" + "\n\n".join(f"#{_text(rule)}" for rule in words.rules))
    parts.append(f"#pagebreak()\n= #{_text(words.log_title)}")
    for title, days in words.weeks:
        head = ", ".join(f"[#{_text(day)}]" for day in ("Exercise", *days))
        box = "align(center, square(size: 6.4mm, radius: 1mm))"
        rows = ", ".join(f"[#{_text(row)}], " + ", ".join([box] * 7) for row in words.log_rows)
        parts.append(f"== #{_text(title)}\n#table(columns: (48mm, ..(18mm,) * 7), table.header({head}), {rows})")
    return "\n\n".join(parts)


def _block(words: ExerciseWords, code: str, alts: tuple[str, str]) -> str:
    rows = [f"[{row.label}]" if at == 0 else f"[*#{_text(' '.join(row.lines))}*]" for row in words.rows for at in (0, 1)]
    values = [
        _text(words.number),
        _text(words.name),
        _text(words.why),
        _text(f"{code}-start.svg"),
        _text(f"{code}-finish.svg"),
        _list([_text(each) for each in alts]),
        _list([_text(plain(step)) for step in words.steps]),
        _text(plain(words.dose[1:])),
        _list(rows),
        *(_text(plain(part[1:])) for part in (words.feel, words.stop, words.note, words.hard, words.easy)),
    ]
    return f"#block-of({', '.join(values)})"
