"""Find or do anything: one line over the window, with the key of each thing beside it."""
