"""One module for each version; each stands alone and is never changed once it was shipped."""
