"""The words that private data is told by: all lists of them are looked for in one pass over a piece."""

from kb.shared_words import SharedWords

SHARED = SharedWords()
