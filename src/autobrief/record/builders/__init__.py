"""Builders of the tables of our own record, one file for a table or a few that belong together."""
