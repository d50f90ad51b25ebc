"""A value into a sentence for a patient or a therapist, in their language."""
