"""Every number of a built page is accounted for."""
