"""What lies in seeds/: files become records that hold together."""
