"""The shapes that charts are made of, and the room that they leave."""
