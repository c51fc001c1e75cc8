"""Raw document -> drafts: read, split, clean, outline, private data, rewrites, classify, draft, report.

Each step is a pure function over text and spans; `run.py` calls them in order and is all that writes files.
"""
