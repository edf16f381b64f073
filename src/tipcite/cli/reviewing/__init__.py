"""The parts of `--review`: which references, how they are shown, what is asked, what is remembered."""
