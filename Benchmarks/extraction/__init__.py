"""Measures how well articles are found in web pages, beside the peers."""
