"""One cheap walk for each container: sizes and frame counts from headers, no pixel decoded."""
