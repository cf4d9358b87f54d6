"""What may be wrong with a tagged file, a module for each matter.

A rule is a function from a `Case` to faults. Numbers such as 14-003 are checkpoints of the
Matterhorn Protocol 1.1, which spells ISO 14289-1 out.
"""
