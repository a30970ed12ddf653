"""Charts become pictures: SVG and PNG, with a cache, and a browser that is ended in time."""
