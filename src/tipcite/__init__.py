"""Citations and bibliographies for people who write in Chinese and English at once."""

__version__ = "0.1.0"
