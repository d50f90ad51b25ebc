"""The first tables."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE patients (
        id TEXT NOT NULL, given TEXT NOT NULL, family TEXT NOT NULL, birth_date DATE, birth_year INTEGER, sex TEXT,
        record_number TEXT NOT NULL, language TEXT NOT NULL, paper TEXT NOT NULL, name_form TEXT NOT NULL, body TEXT,
        phone TEXT NOT NULL, notes TEXT NOT NULL, is_sample BOOLEAN NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
        deleted_at TEXT, PRIMARY KEY (id))""",
    """CREATE TABLE texts (
        fingerprint TEXT NOT NULL, exercise TEXT NOT NULL, document TEXT NOT NULL, format INTEGER NOT NULL,
        PRIMARY KEY (fingerprint))""",
    """CREATE TABLE exercise_edits (
        exercise TEXT NOT NULL, path TEXT NOT NULL, base TEXT NOT NULL, value TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (exercise, path))""",
    """CREATE TABLE own_exercises (
        code TEXT NOT NULL, document TEXT NOT NULL, format INTEGER NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (code))""",
    """CREATE TABLE settings ("key" TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY ("key"))""",
    """CREATE TABLE templates (
        id TEXT NOT NULL, title TEXT NOT NULL, document TEXT NOT NULL, format INTEGER NOT NULL, "by" TEXT NOT NULL,
        at TEXT NOT NULL, PRIMARY KEY (id))""",
    """CREATE TABLE assessments (
        id TEXT NOT NULL, patient TEXT NOT NULL, made_on DATE, document TEXT NOT NULL, format INTEGER NOT NULL,
        updated_at TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(patient) REFERENCES patients (id) ON DELETE CASCADE)""",
    "CREATE INDEX ix_assessments_patient ON assessments (patient)",
    """CREATE TABLE programs (
        id TEXT NOT NULL, patient TEXT NOT NULL, summary TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(patient) REFERENCES patients (id) ON DELETE CASCADE)""",
    "CREATE INDEX ix_programs_patient ON programs (patient)",
    """CREATE TABLE patient_settings (
        patient TEXT NOT NULL, "key" TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (patient, "key"),
        FOREIGN KEY(patient) REFERENCES patients (id) ON DELETE CASCADE)""",
    """CREATE TABLE revisions (
        program TEXT NOT NULL, number INTEGER NOT NULL, parent INTEGER, assessment TEXT NOT NULL, document TEXT NOT NULL,
        format INTEGER NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL, closed BOOLEAN NOT NULL, UNIQUE (program, number),
        FOREIGN KEY(program) REFERENCES programs (id) ON DELETE CASCADE, FOREIGN KEY(assessment) REFERENCES assessments (id))""",
    "CREATE UNIQUE INDEX one_open_revision ON revisions (program) WHERE closed = 0",
    "CREATE INDEX ix_revisions_assessment ON revisions (assessment)",
    """CREATE TABLE issued (
        id INTEGER NOT NULL, program TEXT NOT NULL, revision INTEGER NOT NULL, stage INTEGER NOT NULL, layout TEXT NOT NULL,
        language TEXT NOT NULL, paper TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, way TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(program, revision) REFERENCES revisions (program, number) ON DELETE CASCADE)""",
    "CREATE INDEX issued_revision ON issued (program, revision)",
    """CREATE TRIGGER closed_revision_stays BEFORE UPDATE ON revisions WHEN old.closed
        BEGIN SELECT raise(ABORT, 'a closed revision never changes'); END""",
    """CREATE TRIGGER closed_revision_is_kept BEFORE DELETE ON revisions
        WHEN old.closed AND EXISTS (SELECT 1 FROM programs WHERE id = old.program)
        BEGIN SELECT raise(ABORT, 'a closed revision goes only with its program'); END""",
    "CREATE TRIGGER texts_stay BEFORE UPDATE ON texts BEGIN SELECT raise(ABORT, 'stored texts never change'); END",
)


def upgrade() -> None:
    """Make all tables."""
    for statement in STATEMENTS:
        op.execute(statement)
