"""A program into a PDF; the only place that knows ReportLab and pikepdf."""
