"""Single values as authors write them: periods, amounts, languages, identifiers."""
