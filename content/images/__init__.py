"""From an uploaded file to the pictures that are served. No part of it knows Django but `storage`."""
