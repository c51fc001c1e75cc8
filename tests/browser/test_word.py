"""The HTML that Word and WPS paste: paragraphs, fonts, sizes, open blanks."""
