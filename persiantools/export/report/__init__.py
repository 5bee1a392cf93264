"""A report: one HTML page, complete in itself, in which an editor reads texts with all that was found in them."""

from persiantools.export.report.page import report_page
from persiantools.export.report.section import Item

__all__ = ["Item", "report_page"]
