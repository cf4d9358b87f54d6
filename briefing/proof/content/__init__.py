"""Lists what the content keeps from an audience, apart from how a brief is tailored."""
