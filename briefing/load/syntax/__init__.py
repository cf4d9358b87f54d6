"""How files say things: YAML and JSON, with the place of everything and with every problem."""
