"""What readers take elsewhere: the code of a frame, the tags and the picture of a shared page."""
