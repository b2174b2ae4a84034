"""`python -m api.command_line` is `hilltop`."""

from api.command_line import main

main()
