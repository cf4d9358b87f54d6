"""Outlines of countries and lakes, and cities: files, and the scripts that packed them."""
