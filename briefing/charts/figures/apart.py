"""Code of others runs here, and leaves nothing behind."""

import os
import random  # noqa: TID251  its state is set, for code that draws from it
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from itertools import count
from typing import Any

import numpy as np
from matplotlib._pylab_helpers import Gcf

_ONE_AT_A_TIME = threading.RLock()  # settings of matplotlib and warnings are those of a process

Warned = list[warnings.WarningMessage]


@contextmanager
def apart() -> Iterator[Warned]:
    """Keep what code does inside from reaching anything outside, and the other way round.

    Random numbers begin anew, so that equal inputs give equal figures. What is printed goes to the
    standard error, for the standard output may be read by a program. Figures that pyplot keeps are
    closed, and warnings are gathered.
    """
    with (
        _ONE_AT_A_TIME,
        _same_folder(),
        _same_chances(),
        _closed_figures(),
        redirect_stdout(sys.stderr),
        warnings.catch_warnings(record=True) as warned,
    ):
        warnings.simplefilter("always")
        yield warned


@contextmanager
def _same_folder() -> Iterator[None]:
    folder = os.getcwd()  # noqa: PTH109  as it is, without a look at what it is
    try:
        yield
    finally:
        os.chdir(folder)


@contextmanager
def _same_chances() -> Iterator[None]:
    plain, numbers = random.getstate(), np.random.get_state()
    generator, number = np.random.default_rng, count()

    def steady(seed: Any = None) -> np.random.Generator:
        """Give what would be another generator in every run as the next of a row."""
        return generator((0, next(number)) if seed is None else seed)

    random.seed(0)
    np.random.seed(0)
    np.random.default_rng = steady  # seaborn draws from it for its intervals
    try:
        yield
    finally:
        np.random.default_rng = generator
        random.setstate(plain)
        np.random.set_state(numbers)


@contextmanager
def _closed_figures() -> Iterator[None]:
    before = set(Gcf.figs)
    try:
        yield
    finally:
        for number in [number for number in Gcf.figs if number not in before]:
            Gcf.destroy(number)
