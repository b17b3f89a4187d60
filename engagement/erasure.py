"""What goes from engagement when a person's account is deleted."""
