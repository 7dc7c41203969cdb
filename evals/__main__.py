"""`python -m evals [SUITE ...]`: run the suites and print their figures; exit 1 when a bar is missed."""

import sys

from evals.suites import SUITES, run


def main(names: list[str]) -> int:
    """Run the named suites, or all, and return the exit code."""
    unknown = [name for name in names if name not in SUITES]
    if unknown:
        print(f"There is no suite {unknown[0]}. The suites are {', '.join(SUITES)}.", file=sys.stderr)
        return 2
    missed: list[str] = []
    for name in names or SUITES:
        print(f"running {name} ...", file=sys.stderr)
        result = run(name)
        print(f"\n== {result.name} ==\n{result.table}")
        missed += [f"{name}: {sentence}" for sentence in result.missed]
    for sentence in missed:
        print(f"MISSED {sentence}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
