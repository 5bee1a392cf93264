"""Figures: predictions for the scorers, and speed beside other tools in one run."""
