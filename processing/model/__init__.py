"""What is asked of a language model and what is believed of its answer; pure, without a network."""
