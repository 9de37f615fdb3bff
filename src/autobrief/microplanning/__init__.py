"""Microplanning: from a plan to sentence specs: aggregation, choice of words, referring expressions."""
