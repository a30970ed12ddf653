"""What commands say of what was found and made, in lines for a person or a program."""
