"""Charts become pictures: SVG and PNG, with a cache and a browser on a leash."""
