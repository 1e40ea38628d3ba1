"""The live session without its socket: what was said, what is not answered yet, and what came."""
