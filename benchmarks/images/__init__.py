"""What pictures cost: our road, sharp and naive Pillow side by side on the same files."""
