"""The exercise library: looked through and kept in order."""
