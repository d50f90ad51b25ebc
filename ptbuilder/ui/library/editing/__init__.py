"""The form in which an exercise is changed or written, in the place of its details."""
