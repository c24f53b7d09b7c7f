# Doors: topics, goals, places, networks, people.
