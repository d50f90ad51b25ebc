"""The clinic's page: letterhead, paper and language, this computer's look, and the safety of the data."""
