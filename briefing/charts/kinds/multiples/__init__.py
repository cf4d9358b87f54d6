"""Small charts of one line each."""
