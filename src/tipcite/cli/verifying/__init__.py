"""The parts of `tipcite verify`: which items, and how what was found is shown."""
