"""A sheet into a tagged PDF; the only place that knows ReportLab, pypdfium2 and the shape of a PDF."""
