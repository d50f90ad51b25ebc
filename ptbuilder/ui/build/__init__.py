"""The Build page: assessment, program and what is on offer, side by side."""
