"""What tests stand on: a running store, players with a wallet, and the fault proxy."""
