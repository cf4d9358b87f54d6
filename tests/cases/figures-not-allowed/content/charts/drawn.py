raise SystemExit("this must not run")


def plot(data, house):
    return None
