"""What an education sheet says to one patient: what concerns them, and nothing that its head or its last line says already."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from ptbuilder.domain.text import say as say_text
from ptbuilder.domain.text import say_all
from ptbuilder.domain.vocabulary import Section, Topic
from ptbuilder.wording.fixed import say
from ptbuilder.wording.numbers import glue


class ToldSection(NamedTuple):
    """A section with its lines in each language; the lines of one place say the same."""

    section: Section
    lines: Mapping[str, list[str]]


def told_sections(topic: Topic, findings: Collection[str], languages: Sequence[str]) -> list[ToldSection]:
    """The sections for a patient with these findings, told in ``languages`` at once; a section without lines is left out."""
    keys = {language: glue(say_text(topic.summary, language)) for language in languages}
    unsure = {language: say("unsure", language) for language in languages}
    found = []
    for section in topic.sections:
        if section.after and not set(findings) & set(section.after):
            continue
        rows = list(zip_longest(*(map(glue, say_all(section.lines, language)) for language in languages), fillvalue=""))
        rows = [row for row in rows if not _is_said(row, keys)]
        if rows and not (len(rows) == 1 and _is_said(rows[0], unsure)):
            columns = zip(*rows, strict=True)
            lines = {language: [line for line in column if line] for language, column in zip(languages, columns, strict=True)}
            found.append(ToldSection(section, lines))
    return found


def _is_said(row: Sequence[str], already: Mapping[str, str]) -> bool:
    """Whether a line says in each language what is said elsewhere."""
    return all(line == said for line, said in zip(row, already.values(), strict=True))
