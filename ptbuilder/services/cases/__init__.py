"""Case files, as scripts use them."""
