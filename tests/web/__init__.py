"""Our own small web on the loopback interface, for tests and for the demonstration."""
