# Searching: the list of cases, its filters, orders and views.
