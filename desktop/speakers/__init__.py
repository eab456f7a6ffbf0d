"""Who is 참석자 3? The sheet of speakers."""
