"""What the fault proxy is made of."""
