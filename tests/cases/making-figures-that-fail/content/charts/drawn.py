import warnings

from matplotlib.figure import Figure


def raises(data, house):
    return value_of(data.column()[0])


def value_of(share):
    return {"1.7": share}[share]


def nothing(data, house):
    Figure().subplots()


def warns(data, house):
    warnings.warn("this is a guess", stacklevel=1)
    figure = Figure()
    figure.text(0.5, 0.5, "A guess")
    return figure
