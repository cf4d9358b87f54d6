import math


def plot(data, house)
    return None
