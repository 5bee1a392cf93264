"""Say whether the data files in ``persiantools/data/`` are those of the manifest; exits 1 when one is not.

python -m training.verify
"""

import sys

from persiantools.resources import damaged, manifest


def main() -> int:
    """Print the answer and return the exit code."""
    wrong = damaged()
    for name in wrong:
        print(f"persiantools/data/{name}.bin differs from its entry in manifest.json: run the script that makes it")
    if not wrong:
        print(f"{len(manifest())} data files are those of the manifest")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
