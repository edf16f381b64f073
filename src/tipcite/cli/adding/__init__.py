"""The parts of `tipcite add`: what is named, how it is asked for, how one of several is chosen."""
