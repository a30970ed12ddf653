"""Calendar words of a text become EDTF."""
