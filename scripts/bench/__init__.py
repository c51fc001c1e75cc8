"""`make bench-search`: our search beside Material's and Pagefind's, on the same pages in one run."""
