"""The budgets of finished articles, measured: figures, lengths, repetition, and variety across a set."""
