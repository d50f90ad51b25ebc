"""The same sheet by WeasyPrint (PDF/UA-1) and by fpdf2 (not tagged), a plainer page than PTBuilder's."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from pathlib import Path

from benchmarks._handout_svg import svg
from benchmarks._handout_words import Words
from ptbuilder.domain.drawing import Drawing
from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.wording.fixed import plain

Pairs = dict[str, tuple[Drawing, Drawing]]


class WeasyPrint:
    """HTML and CSS; the pictures are encoded once."""

    def __init__(self, fonts: Path, drawings: Pairs) -> None:
        self._style = _css(fonts)
        self._pictures = {
            code: [f"data:image/svg+xml;base64,{b64encode(svg(each).encode()).decode()}" for each in pair]
            for code, pair in drawings.items()
        }

    def make(self, words: Words, codes: list[str]) -> bytes:
        """The PDF of one sheet."""
        from weasyprint import HTML

        made: bytes = HTML(string=self._html(words, codes)).write_pdf(pdf_variant="pdf/ua-1")
        return made

    def _html(self, words: Words, codes: list[str]) -> str:
        facts = "".join(f"<p>{escape(line)}</p>" for line in (*words.facts, *words.remember))
        blocks = "".join(self._block(*each) for each in zip(words.exercises, codes, words.alts, strict=True))
        ladder = "".join(f"<h3>{escape(title)}</h3>{_list('ul', signs)}" for title, signs in words.ladder)
        rules = "".join(f"<p>{escape(rule)}</p>" for rule in words.rules)
        weeks = "".join(f"<h2>{escape(title)}</h2>{_log(days, words.log_rows)}" for title, days in words.weeks)
        return (
            f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{escape(words.title)}</title>"
            f"<style>{self._style}</style></head><body><p>{escape(words.clinic)} {escape(words.phone)}</p>"
            f"<h1>{escape(words.title)}</h1><div class=s>{facts}</div>{blocks}<h2 class=b>Stay safe</h2>{ladder}{rules}"
            f"<h1 class=b>{escape(words.log_title)}</h1>{weeks}</body></html>"
        )

    def _block(self, words: ExerciseWords, code: str, alts: tuple[str, str]) -> str:
        pictures = "".join(f'<img alt="{escape(alt)}" src="{src}">' for alt, src in zip(alts, self._pictures[code], strict=True))
        rows = "".join(f"<tr><th scope=row>{row.label}</th><td>{escape(' '.join(row.lines))}</td></tr>" for row in words.rows)
        after = "".join(f"<p>{escape(plain(part))}</p>" for part in (words.note, words.hard, words.easy))
        return (
            f"<section><h2>{words.number} {escape(words.name)}</h2><p>{escape(words.why)}</p><div class=g><div>{pictures}"
            f"{_list('ol', [plain(step) for step in words.steps])}<p>{escape(plain(words.dose))}</p></div>"
            f"<div><table>{rows}</table><p>{escape(plain(words.feel))}</p><p>{escape(plain(words.stop))}</p></div></div>{after}</section>"
        )


def _css(fonts: Path) -> str:
    regular, bold = (fonts / f"AtkinsonHyperlegible-{name}.ttf" for name in ("Regular", "Bold"))
    return (
        "@page{size:A4;margin:15mm 18mm 22mm}"
        f"@font-face{{font-family:A;src:url('{regular.as_uri()}')}}"
        f"@font-face{{font-family:A;font-weight:bold;src:url('{bold.as_uri()}')}}"
        "body{font:12pt/15.5pt A}h1{font-size:20pt}h2{font-size:17pt;margin:2mm 0}p{margin:1mm 0}.b{break-before:page}"
        "section{break-inside:avoid;border-top:1.2pt solid #0f6b6b}.g{display:grid;grid-template-columns:110mm 60mm;gap:4mm}"
        "img{width:51mm}table{border-collapse:collapse;width:100%}td,th{border:.5pt solid #000;text-align:left}"
        ".s{border:1.2pt solid}"
    )


def _list(kind: str, items: list[str]) -> str:
    return f"<{kind}>" + "".join(f"<li>{escape(item)}</li>" for item in items) + f"</{kind}>"


def _log(days: list[str], rows: list[str]) -> str:
    head = "".join(f"<th scope=col>{escape(day)}</th>" for day in ("Exercise", *days))
    body = "".join(f"<tr><th scope=row>{escape(row)}</th>{'<td>☐</td>'.replace('☐', ' ') * 7}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


class Fpdf2:
    """fpdf2 with its own line breaking; each document reads faces and pictures again, as the library offers no reuse."""

    def __init__(self, fonts: Path, drawings: Pairs) -> None:
        self._fonts = fonts
        self._pictures = {code: [svg(each).encode() for each in pair] for code, pair in drawings.items()}

    def make(self, words: Words, codes: list[str]) -> bytes:
        """The PDF of one sheet."""
        from fpdf import FPDF

        pdf = FPDF(format="A4", unit="mm")
        pdf.set_margins(18, 15)
        pdf.set_auto_page_break(True, 22)
        for style, name in (("", "Regular"), ("B", "Bold")):
            pdf.add_font("A", style, self._fonts / f"AtkinsonHyperlegible-{name}.ttf")
        pdf.add_page()
        self._say(pdf, 20, words.title, style="B")
        for line in (words.clinic, words.phone, *words.facts, *words.remember):
            self._say(pdf, 12, line)
        for each, code in zip(words.exercises, codes, strict=True):
            self._block(pdf, each, code)
        for title, signs in words.ladder:
            self._say(pdf, 14, title, style="B")
            for sign in signs:
                self._say(pdf, 12, sign)
        self._log(pdf, words)
        return bytes(pdf.output())

    def _say(self, pdf, size: int, text: str, style: str = "") -> None:  # type: ignore[no-untyped-def]
        pdf.set_font("A", style, size)
        pdf.multi_cell(174, size * 0.45, text, new_x="LMARGIN", new_y="NEXT")

    def _block(self, pdf, words: ExerciseWords, code: str) -> None:  # type: ignore[no-untyped-def]
        from io import BytesIO

        if pdf.get_y() > 180:
            pdf.add_page()
        self._say(pdf, 17, f"{words.number} {words.name}", style="B")
        y = pdf.get_y()
        for place, picture in enumerate(self._pictures[code]):
            pdf.image(BytesIO(picture), x=18 + place * 57, y=y, w=53)
        pdf.set_y(y + 28)
        for part in (*words.steps, words.dose, words.feel, words.stop, words.note, words.hard, words.easy):
            self._say(pdf, 12, plain(part))
        for row in words.rows:
            self._say(pdf, 12, f"{row.label}: {' '.join(row.lines)}")

    def _log(self, pdf, words: Words) -> None:  # type: ignore[no-untyped-def]
        pdf.add_page()
        for title, days in words.weeks:
            self._say(pdf, 14, title, style="B")
            with pdf.table(col_widths=(48, *[18] * 7)) as table:
                table.row(["Exercise", *days])
                for row in words.log_rows:
                    table.row([row, *[""] * 7])
