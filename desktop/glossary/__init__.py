"""Terms: the person's own and the packs, rules for pairs of words, and what was learned."""
