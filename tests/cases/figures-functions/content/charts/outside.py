def plot(data, house):
    pass


return 1
