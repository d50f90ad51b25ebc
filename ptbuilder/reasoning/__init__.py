"""Findings to goals to exercises: precautions, doses, order and stages. Pure functions over the library and one assessment."""
