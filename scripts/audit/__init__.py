"""The parts of `make audit`."""
