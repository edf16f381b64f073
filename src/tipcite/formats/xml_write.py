"""Paths with contents → nested elements of XML."""

from __future__ import annotations

from collections.abc import Sequence

Path = tuple[str, ...]


def write_tree(leaves: Sequence[tuple[Path, str]], *, indent: int = 0) -> str:
    """Write leaves below common parents, in the order in which each name first comes; contents are XML already.

    A name that is a leaf and a parent at once stays a leaf: the rest below it is left out.
    """
    groups: dict[str, list[tuple[Path, str]]] = {}
    for path, content in leaves:
        groups.setdefault(path[0], []).append((path[1:], content))
    blank = "  " * indent
    lines: list[str] = []
    for name, members in groups.items():
        contents = [content for rest, content in members if not rest]
        if contents:
            lines += [f"{blank}<{name}>{content}</{name}>\n" for content in contents]
        else:
            lines.append(f"{blank}<{name}>\n{write_tree(members, indent=indent + 1)}{blank}</{name}>\n")
    return "".join(lines)
