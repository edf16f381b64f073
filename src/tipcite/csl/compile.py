"""Nodes → closures. One `Compiler` compiles for one section and one locale; macros are compiled once each.

Whatever does not depend on the item is computed here: terms, date forms, inherited name options, quotes.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import Final, assert_never

from tipcite.csl import taxonomy
from tipcite.csl.closures import (
    CAPITALS,
    LACKING,
    NOTHING,
    Closure,
    Constant,
    as_constant,
    as_macro,
    cased_parts,
    constant_trees,
    disambiguated,
    in_own_piece,
    linked,
    prints_nothing,
    upright_of,
    useful,
)
from tipcite.csl.conditions import compile_condition
from tipcite.csl.conventions import USUAL, Conventions
from tipcite.csl.dates import compile_date
from tipcite.csl.labels import make_label
from tipcite.csl.locale import Locale, Quotes
from tipcite.csl.names import ListFormat, compile_names, merge_options
from tipcite.csl.nodes import (
    Branch,
    Choose,
    DateNode,
    Dress,
    Element,
    Group,
    Label,
    NameOptions,
    Names,
    Number,
    Section,
    Style,
    TextMacro,
    TextTerm,
    TextValue,
    TextVariable,
)
from tipcite.csl.numbers import compile_label, compile_number, is_ranged, page_range
from tipcite.csl.parse_elements import walk
from tipcite.csl.person import is_east_asian
from tipcite.csl.richtext import parse_field
from tipcite.csl.shape import Shape
from tipcite.csl.situation import Situation
from tipcite.csl.tree import (
    EMPTY,
    MISSING,
    Status,
    Tag,
    Text,
    Tree,
    Wrap,
    YearSuffix,
    group,
    is_empty,
    sequence,
)
from tipcite.csl.variants import in_other_words

_LINKS: Final = {
    "DOI": "https://doi.org/",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}
_ALWAYS: Final = frozenset({"year-suffix", "citation-label"})
"""What is made for items that do not have it."""
_SUFFIX: Final = YearSuffix(True)
_DOTTED: Final = frozenset({"tr", "az"})
"""Languages whose small i keeps its dot as a capital."""
_TAGS: Final = {
    "citation-number": Tag.CITATION_NUMBER,
    "locator": Tag.LOCATOR,
}


class Compiler:
    """Compiles the elements of one section in one language."""

    def __init__(  # noqa: PLR0913  (what differs between a layout, its keys and another language)
        self,
        style: Style,
        section: Section,
        locale: Locale,
        *,
        sort_options: NameOptions | None = None,
        conventions: Conventions = USUAL,
        range_delimiter: str = "–",
        default_quotes: Quotes | None = None,
        date_ranges: Locale | None = None,
        speaking: Callable[[str], Compiler] | None = None,
    ) -> None:
        """Compile for a style's section in `locale`; `speaking` gives the compiler for another language."""
        self._style = style
        self._speaking = speaking
        self._locale = locale
        self._quotes = locale.quotes.reading(default_quotes) if default_quotes else locale.quotes
        self._conventions = conventions
        self._date_ranges = date_ranges
        self._range_delimiter = range_delimiter
        self._own_range_delimiter = locale.term("page-range-delimiter") or "–"
        self._names = merge_options(style.names, section.names, sort_options or NameOptions())
        self._macros: dict[str, Closure] = {}
        self._leaves: dict[int, Closure] = {}
        self._formats: dict[int, ListFormat] = {}
        self._shape: Shape | None = None
        # What is compiled now stands directly in the layout, for `display`.
        self._outermost = True
        # Closures (by id) whose trees a group around them, or a macro, would leave as they are.
        self._sealed_leaves: dict[int, Closure] = {}
        self._sealed: dict[int, Closure] = {}
        self._implicit_suffix = not has_explicit_suffix(style)

    def shaped(self, shape: Shape | None) -> Compiler:
        """Return a compiler for items of a shape, None for any; what does not depend on it is shared."""
        other = copy(self)
        other._macros = {}
        other._sealed = {}
        other._shape = shape
        return other

    def elements(self, elements: tuple[Element, ...]) -> Closure:
        """Compile elements that stand one after another."""
        closures = useful([self.element(element) for element in elements])
        if len(closures) == 1:
            return closures[0]
        if all(isinstance(closure, Constant) for closure in closures):
            return Constant(sequence(constant_trees(closures), tag=Tag.SPLICE))
        return lambda situation: sequence([closure(situation) for closure in closures], tag=Tag.SPLICE)

    def macro(self, name: str) -> Closure:
        """Compile a macro, once."""
        closure = self._macros.get(name)
        if closure is None:
            outermost, self._outermost = self._outermost, False
            body = self.elements(self._style.macros[name])
            self._outermost = outermost
            closure = body if self._is_sealed(body) else self._seal(as_macro(body))
            self._macros[name] = closure
        return closure

    def _seal(self, closure: Closure) -> Closure:
        self._sealed[id(closure)] = closure
        return closure

    def _is_sealed(self, closure: Closure) -> bool:
        if isinstance(closure, Constant):
            return prints_nothing(closure)
        return id(closure) in self._sealed or id(closure) in self._sealed_leaves

    def element(self, node: Element) -> Closure:
        """Compile one rendering element."""
        match node:
            case TextMacro():
                return self._call(node)
            case Names():
                return self._name_list(node)
            case Group():
                return self._group(node)
            case Choose():
                return self._choose(node)
            case _:
                return LACKING if self._lacks(node) else self._leaf(node)

    def _inner(self, node: Element) -> Closure:
        """Compile an element that stands inside of another."""
        outermost, self._outermost = self._outermost, False
        closure = self.element(node)
        self._outermost = outermost
        return closure

    def _lacks(self, node: TextVariable | TextTerm | TextValue | Number | Label | DateNode) -> bool:
        if self._shape is None or not isinstance(node, (TextVariable, Number, DateNode)):
            return False
        variables = (node.variable, f"{node.variable}-short") if isinstance(node, TextVariable) else (node.variable,)
        return self._shape.lacks(variables) and node.variable not in _ALWAYS

    def _leaf(self, node: TextVariable | TextTerm | TextValue | Number | Label | DateNode) -> Closure:
        """Compile an element that holds no others, once for all shapes."""
        closure = self._leaves.get(id(node))
        if closure is None:
            closure = self._leaves[id(node)] = self._new_leaf(node)
            if isinstance(node, (TextVariable, Number, DateNode)) and node.variable != "year-suffix":
                self._sealed_leaves[id(closure)] = closure
        return closure

    def _new_leaf(self, node: TextVariable | TextTerm | TextValue | Number | Label | DateNode) -> Closure:
        match node:
            case TextVariable():
                return self._variable(node)
            case TextTerm():
                return self._term(node)
            case TextValue():
                value = sequence((parse_field(node.value, self._quotes),), self.wrap(node.dress))
                return Constant(as_constant(value))
            case Number():
                return self._cased(
                    node.dress,
                    lambda wrap: compile_number(
                        node,
                        self._locale,
                        wrap,
                        self._style.page_range_format,
                        self._own_range_delimiter if node.variable == "locator" else self._range_delimiter,
                    ),
                )
            case Label():
                return compile_label(
                    node,
                    self._locale,
                    self.wrap(node.dress),
                    self._range_delimiter,
                    always=not self._conventions.labels_need_numbers,
                )
            case DateNode():
                return compile_date(
                    node, self._locale, self.wrap, implicit_suffix=self._implicit_suffix, ranges=self._date_ranges
                )
            case _:
                assert_never(node)

    def wrap(self, dress: Dress) -> Wrap | None:
        """Look up what a dress means in this language; None when it is bare."""
        if dress == _BARE:
            return None
        return Wrap(
            prefix=dress.prefix,
            suffix=dress.suffix,
            formatting=dress.formatting,
            display=dress.display if self._outermost or self._conventions.nested_display else "",
            text_case=dress.text_case,
            quotes=self._quotes if dress.quotes else None,
            strip_periods=dress.strip_periods,
        )

    def _cased(self, dress: Dress, compile_with: Callable[[Wrap | None], Closure]) -> Closure:
        """Compile for English items and, where the case of titles differs, for others (CSL 1.0.2, Text-case)."""
        wrap = self.wrap(dress)
        if wrap is not None and wrap.text_case == "uppercase":
            usual, turkic = compile_with(wrap), compile_with(replace(wrap, text_case="uppercase-turkic"))
            return lambda situation: (turkic if situation.record.language[:2] in _DOTTED else usual)(situation)
        if wrap is None or wrap.text_case != "title":
            return compile_with(wrap)
        english = compile_with(wrap)
        plain = compile_with(replace(wrap, text_case=""))
        locale_is_english = self._locale.is_english

        def cased(situation: Situation) -> Tree:
            record = situation.record
            if record.texts.get("jurisdiction"):
                # The titles of statutes, cases and patents stand as they are.
                return plain(situation)
            is_english = record.is_english if record.has_language else locale_is_english
            return english(situation) if is_english else plain(situation)

        return cased

    def _variable(self, node: TextVariable) -> Closure:
        variable = node.variable
        if variable == "year-suffix":
            suffix = YearSuffix(False, self.wrap(node.dress))
            return lambda situation: situation.suffix(suffix)
        if variable in ("page", "locator"):
            return self._pages(node)
        if variable == "citation-label":
            return self._label(node)
        return self._cased(node.dress, lambda wrap: self._plain_variable(node, wrap))

    def _plain_variable(self, node: TextVariable, wrap: Wrap | None) -> Closure:
        variable, quotes = node.variable, self._quotes
        names = [variable]
        if variable in ("title", "container-title"):
            names = [f"{variable}-short", variable] if node.short else [variable]
        elif variable.endswith("-short"):
            names = [variable]
        tag = _TAGS.get(variable, Tag.NONE)
        verbatim = variable in _LINKS or variable == "URL"
        base = _LINKS.get(variable, "")

        is_number = variable in taxonomy.NUMBERS
        upright = upright_of(wrap)
        range_delimiter = self._range_delimiter
        cased_links = self._conventions.cased_links
        by_parts = self._conventions.cased_number_parts and wrap is not None and wrap.text_case in CAPITALS
        worn_by_parts = replace(wrap, text_case="") if wrap is not None else None

        def text(situation: Situation) -> Tree:
            for name in names:
                value = situation.text(name)
                if value:
                    break
            else:
                return MISSING
            if situation.substituted is not None:
                situation.substituted.add(name)
            if verbatim:
                return linked(value, base, wrap, fixed_case=not cased_links)
            if is_number:
                # A backslash keeps a hyphen from being read as a range.
                value = page_range(value, "", range_delimiter) if is_ranged(value) else value.replace("\\-", "-")
                if by_parts:
                    return cased_parts(value, worn_by_parts, wrap.text_case if wrap else "")
            worn = upright if upright is not wrap and is_east_asian(value) else wrap
            return sequence((parse_field(value, quotes),), worn, tag=tag)

        return text

    def _label(self, node: TextVariable) -> Closure:
        """Compile a citation label, which carries the year suffix itself."""
        wrap = self.wrap(node.dress)

        def label(situation: Situation) -> Tree:
            value = situation.text("citation-label") or make_label(situation.record)
            if not value:
                return MISSING
            return sequence((Text(value, Status.RENDERED), situation.suffix(_SUFFIX)), wrap)

        return label

    def _pages(self, node: TextVariable) -> Closure:
        variable = node.variable
        wrap = self.wrap(node.dress)
        format_ = self._style.page_range_format
        # The delimiter of a locator has always been that of its own language.
        delimiter = self._range_delimiter if variable == "page" else self._own_range_delimiter
        quotes = self._quotes
        ampersand = self._locale.term("and", "symbol")
        tag = _TAGS.get(variable, Tag.NONE)

        def pages(situation: Situation) -> Tree:
            value = situation.text(variable)
            if not value:
                return MISSING
            if situation.substituted is not None:
                situation.substituted.add(variable)
            if "&" in value and ampersand not in ("", "&"):
                value = value.replace("&", ampersand)
            chosen = format_ if variable == "page" or situation.label in ("", "page") else ""
            return sequence((parse_field(page_range(value, chosen, delimiter), quotes),), wrap, tag=tag)

        return pages

    def _call(self, node: TextMacro) -> Closure:
        macro = self._in_variants(node) if node.variants else self.macro(node.macro)
        if isinstance(macro, Constant) and is_empty(macro.tree):
            return macro
        if node.dress == _BARE:
            return in_own_piece(macro) if self._conventions.close_joints else macro
        dress = node.dress if self._conventions.cased_macros else replace(node.dress, text_case="")
        return self._cased(dress, lambda wrap: lambda situation: sequence((macro(situation),), wrap))

    def _in_variants(self, node: TextMacro) -> Closure:
        """Compile a macro called on an item in other words; it prints nothing when the title has none."""
        compiler = self._speaking(node.locale) if self._speaking and node.locale else self
        # In other words an item is of another shape, and it is a rare case: it is compiled for any.
        macro = compiler.shaped(None).macro(node.macro)

        def in_variants(situation: Situation) -> Tree:
            record = in_other_words(situation.record, node.variants, node.locale)
            if record is None:
                return MISSING
            return macro(
                replace(situation, record=record, used=set(), framed=set(), substituted=None, suffix_open=True)
            )

        return in_variants

    def _term(self, node: TextTerm) -> Closure:
        text = self._locale.term(node.term, node.form, plural=node.plural)
        wrap = self.wrap(node.dress)
        if wrap is not None and wrap.text_case == "title" and not self._locale.is_english:
            wrap = replace(wrap, text_case="")
        term = sequence((Text(text),), wrap, tag=Tag.TERM) if text else EMPTY
        return Constant(term)

    def _name_list(self, node: Names) -> Closure:
        constant = next((n for n, element in enumerate(node.substitute) if isinstance(element, TextTerm)), None)
        # A term stands for missing names even when the language has no word for it: nothing comes after.
        last = None if constant is None else constant + 1
        lacking = self._shape is not None and self._shape.lacks(node.variables)
        if lacking and not node.substitute:
            return LACKING
        closures = [self._substitute(element) for element in node.substitute[:last]]
        return compile_names(
            node,
            style=self._style,
            locale=self._locale,
            inherited=self._names,
            wrap_of=self.wrap,
            substitutes=closures,
            formats=self._formats,
            conventions=self._conventions,
        )

    def _substitute(self, element: Element) -> Closure:
        """Compile a substitute: the variables that it renders are empty for the rest of the cite."""
        closure = self._first_of(element) if isinstance(element, Choose) else self._inner(element)

        def substitute(situation: Situation) -> Tree:
            outer, situation.substituted = situation.substituted, set()
            tree = closure(situation)
            rendered, situation.substituted = situation.substituted, outer
            if rendered and not is_empty(tree):
                situation.used |= rendered
                if outer is not None:
                    outer |= rendered
            return tree

        return substitute

    def _group(self, node: Group) -> Closure:
        closures = useful([self._inner(child) for child in node.children])
        wrap = self.wrap(node.dress)
        delimiter = node.delimiter
        if all(isinstance(closure, Constant) for closure in closures):
            return Constant(group(constant_trees(closures), wrap, delimiter))
        if len(closures) == 1 and wrap is None and self._is_sealed(closures[0]) and not self._conventions.close_joints:
            return closures[0]
        return self._seal(lambda situation: group([closure(situation) for closure in closures], wrap, delimiter))

    def _first_of(self, node: Choose) -> Closure:
        """Compile a condition among substitutes: what its branches hold are substitutes too; the first one stands."""
        outermost, self._outermost = self._outermost, False
        closure = self._choose(node, self._first_element)
        self._outermost = outermost
        return closure

    def _first_element(self, elements: tuple[Element, ...]) -> Closure:
        closures = [self._substitute(element) for element in elements]

        def first(situation: Situation) -> Tree:
            trees = (closure(situation) for closure in closures)
            return next((tree for tree in trees if not is_empty(tree)), MISSING)

        return first

    def _choose(self, node: Choose, body_of: Callable[[tuple[Element, ...]], Closure] | None = None) -> Closure:
        closure: Closure = NOTHING
        compile_body = body_of or self.elements
        for branch in reversed(self._possible(node.branches)):
            body = compile_body(branch.children) if branch.children else NOTHING
            settled = not any(test.kind == "disambiguate" for test in branch.tests)
            both = settled and self._is_sealed(body) and self._is_sealed(closure)
            closure = self._branch(branch, body, closure)
            if both:
                self._seal(closure)
        return closure

    def _possible(self, branches: tuple[Branch, ...]) -> list[Branch]:
        """Leave out the branches that are not for this shape, and the tests that hold for it."""
        if self._shape is None:
            return list(branches)
        possible: list[Branch] = []
        for branch in branches:
            decided = self._shape.decide(branch.match, branch.tests) if branch.tests else True
            if decided is True:
                return [*possible, replace(branch, match="all", tests=())]
            if decided is not False:
                possible.append(replace(branch, tests=decided))
        return possible

    @staticmethod
    def _branch(branch: Branch, body: Closure, otherwise: Closure) -> Closure:
        if not branch.tests:
            return body
        holds = compile_condition(branch.match, branch.tests)
        if not any(test.kind == "disambiguate" for test in branch.tests):
            return lambda situation: body(situation) if holds(situation) else otherwise(situation)
        others = len(branch.tests) > 1
        return disambiguated(body, otherwise, holds, branch.match, others=others)


def has_explicit_suffix(style: Style) -> bool:
    """Tell whether a style places year suffixes itself, anywhere; else they follow the year."""
    sections = [style.citation, *([style.bibliography] if style.bibliography else [])]
    layouts = [layout.children for section in sections for layout in section.layouts]
    return any(
        isinstance(element, TextVariable) and element.variable == "year-suffix"
        for elements in (*layouts, *style.macros.values())
        for element in walk(elements)
    )


_BARE: Final = Dress()
