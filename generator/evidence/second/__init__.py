"""A second, independent reading of the figure that proves a fact."""
