"""Text in Markdown: blocks and runs of words, each with its line and column."""
