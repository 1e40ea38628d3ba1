"""The SDK for asyncio, and the source of its twin for threads (scripts/twin.py)."""
