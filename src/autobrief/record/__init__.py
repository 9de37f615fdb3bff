"""Importers and builders: outside files become our tables, and what an article needs is read from them."""
