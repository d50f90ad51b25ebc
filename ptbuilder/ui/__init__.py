"""Qt: the window, its pages, widgets, item models and theme."""
