"""What a superior would object to in a text: finders over plain text, each fed with data of spec/.

A finder takes text and data and returns spans; it changes nothing. kb.rules.wording runs them over our own samples.
"""
