"""What rose and what fell."""
