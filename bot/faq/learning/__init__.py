"""What the FAQ lacks: gaps, and what is taken out of kept questions."""
