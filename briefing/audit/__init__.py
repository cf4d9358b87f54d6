"""Says what a finished file is and what is wrong with it: any PDF, made here or not.

In: a path. Out: an `Audit`. It shares no code with what makes files, so it may judge them.
"""
