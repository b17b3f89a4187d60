"""What reading costs: our API and a well-written peer side by side on the same database."""
