"""Everything that is downloaded beside the pages, a kind of file a module; `files` puts it together."""
