"""The minutes as they will print: the page, its lines edited in place, the meeting's facts."""
