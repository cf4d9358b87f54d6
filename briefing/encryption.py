"""Encrypts finished files, after their proof (ISO 32000-2 7.6: AES with keys of 256 bits)."""
