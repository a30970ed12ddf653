"""What charts over time are made of: panels of prices, occasions, and the words of both."""
