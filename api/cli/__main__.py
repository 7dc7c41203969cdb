"""`python -m api.cli` is `cairn`."""

from api.cli.main import run

if __name__ == "__main__":
    run()
