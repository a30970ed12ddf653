"""What a page carries with it: styles, assets, metadata."""
