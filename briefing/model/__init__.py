"""The values that pass between the stages. Frozen, and without knowledge of any stage."""
