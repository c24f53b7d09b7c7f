# Writing cases, and the desk where they are reviewed.
