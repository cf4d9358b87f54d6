"""What a file is made of beside its text: fonts, bitmaps, links, attachments, metadata, bytes."""
