"""The parts of `tipcite check`: what is asked for, how it runs, what is reported."""
