"""Findings to goals to suggestions: pure functions over the library and one assessment."""
