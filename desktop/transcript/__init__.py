"""The transcript beside the minutes: its paragraphs, finding and replacing, lines that could not be read."""
