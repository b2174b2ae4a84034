"""Damaged scenarios: whatever is done to a document, it is read, or every reason why not is a finding."""
