"""Which mentions are the same work: candidates, vetoes, weights of evidence, decisions, groups, families."""
