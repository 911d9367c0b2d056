"""`python -m private_eks`: the command line."""

from .cli import main

main()
