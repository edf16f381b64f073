"""Every exception that tipcite raises on purpose.

::

    TipciteError                 could not do it: one line, exit 1
    ├── UsageError               the call's words are wrong: exit 2
    ├── InvalidValue             a value has not the form of its kind
    │   ├── InvalidItem          a CSL-JSON object is no item
    │   └── InvalidIdentifier    a text is no DOI, ISBN, arXiv number or address
    ├── ReadError                a file can't be read as what it should be
    │   └── UnknownFormat        nothing tells what format a text is in
    ├── StyleError               a CSL style is wrong, or uses what is not supported
    ├── LibraryError             the article's library
    │   ├── NoLibrary            no library here
    │   ├── UnknownKey           no item has this key
    │   ├── KeyTaken             another item has this key
    │   ├── NewerLibrary         the database was written by a newer version
    │   ├── LibraryBusy          another process is writing
    │   ├── MirrorChanged        somebody else changed a mirror file
    │   └── NothingToUndo        the history has nothing left to take back
    ├── FetchError               a source gave no usable answer
    │   ├── NotFound             the source says that there is no such thing
    │   └── NoRecord             it has a page there, or nothing, in place of a record
    └── NetworkError             the network as a whole can't be used
        ├── NoNetwork            every host failed
        └── ForbiddenAddress     an address that is never contacted
"""

from __future__ import annotations


class TipciteError(Exception):
    """Something could not be done; the message is one line: what, where, and what to do."""


class UsageError(TipciteError):
    """The words of a call contradict each other."""


class InvalidValue(TipciteError):
    """A value that has not the form of its kind."""


class InvalidItem(InvalidValue):
    """A CSL-JSON object that can't be an item; `field` names the faulty part."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class InvalidIdentifier(InvalidValue):
    """A text that is no identifier of the kind asked for."""


class ReadError(TipciteError):
    """A file that can't be read as what it should be."""


class UnknownFormat(ReadError):
    """A text whose format nothing tells."""


class StyleError(TipciteError):
    """A fault in a CSL style, or a feature that is not supported; names line and element."""

    def __init__(self, message: str, *, line: int | None = None, element: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.element = element

    @property
    def problem(self) -> str:
        """What is wrong, without the line."""
        return str(self).removeprefix(f"style, line {self.line}: ")

    def in_file(self, path: str) -> StyleError:
        """Return the error as one of a file, `path:line: problem`; else the error as it is."""
        if self.problem == str(self):
            return self
        return StyleError(f"{path}:{self.line}: {self.problem}", line=self.line, element=self.element)


class LibraryError(TipciteError):
    """Something is wrong with an article's library."""


class NoLibrary(LibraryError):
    """There is no library where one was looked for."""


class UnknownKey(LibraryError):
    """No item has the key."""


class KeyTaken(LibraryError):
    """Another item has the key already."""


class NewerLibrary(LibraryError):
    """The database has a schema that this version does not know."""


class LibraryBusy(LibraryError):
    """Another process holds the write lock for too long."""


class MirrorChanged(LibraryError):
    """A mirror file is not the one that was last written."""


class NothingToUndo(LibraryError):
    """The history holds no change that is not taken back already."""


class FetchError(TipciteError):
    """A source gave no answer that can be used."""


class NotFound(FetchError):
    """A source says that there is no such thing."""


class NoRecord(FetchError):
    """A source that answers, but with no record: with a page, or with nothing."""


class NetworkError(TipciteError):
    """The network as a whole can't be used."""


class NoNetwork(NetworkError):
    """Every host that was asked failed."""


class ForbiddenAddress(NetworkError):
    """An address that is never contacted unless that is allowed."""
