"""The parts of `tipcite dedupe`: which pairs, how they are shown, what is asked, what is changed."""
