"""Minutes out of a transcript, every line tied to the words that say it."""
