"""What `make check-word` does: Word files are made into pages by LibreOffice, and the pages are measured."""
