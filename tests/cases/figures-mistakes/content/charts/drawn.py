def plot(data, house):
    return None
