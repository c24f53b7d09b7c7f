# The site itself: its home, its own pages, its map, its styles.
