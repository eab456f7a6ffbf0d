"""The recording of a note: played, looped, followed by the transcript."""
