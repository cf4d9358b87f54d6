"""Figures that matplotlib makes, recorded as drawings."""
