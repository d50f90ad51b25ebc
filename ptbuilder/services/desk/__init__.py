"""The work at hand, and each thing a therapist does with it."""
