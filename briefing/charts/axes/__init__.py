"""What stands along a chart: scales of values and of dates, and where they are named."""
