"""The right column: what else fits, the library, why and why not."""
