"""What a person sets once and for all."""
