"""Builds the wheel and starts it in an environment of its own, with nothing of the checkout on its path.

Fails when the wheel claims a top-level name that another package owns, when it holds a file that should not be
shipped, or when the installed command does not answer.
"""

# A script: no package around it, its own commands run, its figures printed.
# ruff: noqa: INP001, S603, T201

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
import venv
import zipfile
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEVER_SHIPPED = (".env", ".db", ".pth", "tests/", "evals/")


def main() -> None:
    """Build, look, install, start."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = built(Path(folder))
        names = top_level(wheel)
        owned_twice(names)
        python = installed(wheel, Path(folder) / "clean")
        seconds = started(python, Path(folder))
        print(f"The wheel owns {', '.join(sorted(names))}; installed by itself it serves in {seconds:.1f} s.")


def built(folder: Path) -> Path:
    """Return the wheel, built offline with the locked backend."""
    pip(Path(sys.executable), "wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT))
    return next(folder.glob("*.whl"))


def top_level(wheel: Path) -> set[str]:
    """Return the names that the wheel puts into site-packages."""
    with zipfile.ZipFile(wheel) as archive:
        files = archive.namelist()
    unwanted = [file for file in files if any(part in file for part in NEVER_SHIPPED)]
    if unwanted:
        sys.exit(f"The wheel holds what should not be shipped: {unwanted}")
    return {file.split("/")[0] for file in files if ".dist-info/" not in file}


def owned_twice(names: set[str]) -> None:
    """Exit when another installed package owns one of the names."""
    for other in distributions():
        if other.name == "cairn":
            continue
        files = {path.parts[0] for path in other.files or ()}
        if shared := names & files:
            sys.exit(f"{other.name} owns {', '.join(shared)} too.")


def installed(wheel: Path, where: Path) -> Path:
    """Return the Python of a fresh environment with the locked packages and the wheel."""
    venv.create(where, with_pip=True)
    python = where / "bin" / "python"
    pip(python, "install", "--require-hashes", "--no-deps", "-r", str(ROOT / "requirements" / "run.txt"))
    pip(python, "install", "--no-deps", str(wheel))
    return python


def started(python: Path, folder: Path) -> float:
    """Return the seconds from the command to the first answer."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("CAIRN_", "PYTHON"))
    }
    environment["CAIRN_DATA_DIR"] = str(folder / "data")
    cairn = python.parent / "cairn"
    subprocess.run([cairn, "check", "Pass the exam by 30 June 2027"], cwd=folder, env=environment, check=True)
    begun = time.monotonic()
    server = subprocess.Popen(
        [cairn, "serve", "--port", "0"], cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr is not None
        address = server.stderr.readline().rpartition(" ")[2].strip()
        with urllib.request.urlopen(f"{address}/healthz", timeout=10) as answer:  # noqa: S310 - our own server
            if answer.status != 200:
                sys.exit(f"The installed server answered {answer.status}.")
        return time.monotonic() - begun
    finally:
        server.terminate()
        server.wait()


def pip(python: Path, *arguments: str) -> None:
    """Run an environment's pip, quietly."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", *arguments, "--quiet"]
    # The build backend is a program beside this Python.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    subprocess.run(command, check=True, env={**os.environ, "PATH": path})


if __name__ == "__main__":
    main()
