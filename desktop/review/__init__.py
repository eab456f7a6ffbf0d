"""What there is to judge: terms, their variants, their places, and turns."""
