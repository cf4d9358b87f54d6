"""Bars of parts that add up."""
