"""Parts that pages are made of; each takes the theme first and paints itself from it."""
