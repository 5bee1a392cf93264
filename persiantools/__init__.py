"""Bilingual Persian–English text: split it by language, normalize the Persian, link names across scripts."""
