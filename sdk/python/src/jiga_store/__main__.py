"""`python -m jiga_store` is the command `jiga-store`."""

import sys

from jiga_store.cli import main

sys.exit(main())
