"""Every number of an article is accounted for."""
