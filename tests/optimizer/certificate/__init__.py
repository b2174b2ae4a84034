"""The certificate: the bound that prices prove, against the compiled program and against every answer."""
