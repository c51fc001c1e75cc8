"""The rules for content, a family a module; `gate` runs them all."""
