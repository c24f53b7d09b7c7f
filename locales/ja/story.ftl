# One case: its parts, its history, how to cite and to follow it.
