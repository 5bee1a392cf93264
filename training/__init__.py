"""Scripts that make ``persiantools/data/`` from public corpora; see training/README.md."""
