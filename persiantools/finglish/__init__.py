"""Suggest Persian for Finglish (Persian in Latin letters)."""
