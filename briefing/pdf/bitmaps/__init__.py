"""Picture elements: as files of pictures hold them, and as PDF does."""
