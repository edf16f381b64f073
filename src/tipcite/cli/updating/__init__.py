"""The parts of `tipcite update`: what is asked, how it is shown, what is taken."""
