"""`python -m tipcite`."""

from tipcite.cli.main import main

if __name__ == "__main__":
    main()
