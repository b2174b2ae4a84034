"""Example scenarios, with the scripts that wrote them."""
