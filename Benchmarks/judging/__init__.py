"""Measures what Wireroom's judge finds, keeps apart and takes, beside its peers."""
