"""The left column: what the assessment found."""
