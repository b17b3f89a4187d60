"""Finding posts by words: what was typed, set right, and looked up where the setting says."""
