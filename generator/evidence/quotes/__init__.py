"""A quotation in its article, or the nearest passage."""
