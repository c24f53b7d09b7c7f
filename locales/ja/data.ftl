# Feeds and downloads.
