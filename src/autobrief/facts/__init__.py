"""Data interpretation: from the record to facts.  Only this package makes a Fact."""
