"""One file for each resource, named as in the API."""
