"""Who gets what: people, readings and all else that carries conditions."""
