"""What leaves the program: minutes and transcripts as files."""
