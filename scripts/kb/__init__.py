"""Templates for trade-union work summaries: content model, checks, outputs, site."""
