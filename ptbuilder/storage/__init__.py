"""Patients, programs, revisions and settings in an encrypted database; the only place that knows SQLAlchemy."""
