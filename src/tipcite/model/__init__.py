"""The vocabulary: items, names, dates, identifiers, variants, checks and problems."""

from tipcite.model.archived import Archived, archived, with_archived
from tipcite.model.checks import Flag, Retrieval, State, Verdict, Why, read_why
from tipcite.model.dates import Date, DateParts, check_parts, date, date_from_csl, date_to_csl, parse_iso_date
from tipcite.model.identifiers import (
    ArxivId,
    Doi,
    Isbn,
    Url,
    cited_doi,
    find_doi,
    parse_arxiv_id,
    parse_doi,
    parse_isbn,
    parse_url,
)
from tipcite.model.item import Item, item_from_csl, item_to_csl
from tipcite.model.json_types import CslDate, CslItem, CslName, JsonValue
from tipcite.model.names import Name, is_han_name, name_from_csl, name_to_csl
from tipcite.model.problems import Failed, Problem, Reading, Severity
from tipcite.model.variants import Variant, VariantKind, variant_from_csl, variant_to_csl
from tipcite.model.vocabulary import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
)

__all__ = [
    "DATE_VARIABLES",
    "ITEM_TYPES",
    "NAME_VARIABLES",
    "NUMBER_VARIABLES",
    "TEXT_VARIABLES",
    "Archived",
    "ArxivId",
    "CslDate",
    "CslItem",
    "CslName",
    "Date",
    "DateParts",
    "Doi",
    "Failed",
    "Flag",
    "Isbn",
    "Item",
    "JsonValue",
    "Name",
    "Problem",
    "Reading",
    "Retrieval",
    "Severity",
    "State",
    "Url",
    "Variant",
    "VariantKind",
    "Verdict",
    "Why",
    "archived",
    "check_parts",
    "cited_doi",
    "date",
    "date_from_csl",
    "date_to_csl",
    "find_doi",
    "is_han_name",
    "item_from_csl",
    "item_to_csl",
    "name_from_csl",
    "name_to_csl",
    "parse_arxiv_id",
    "parse_doi",
    "parse_isbn",
    "parse_iso_date",
    "parse_url",
    "read_why",
    "variant_from_csl",
    "variant_to_csl",
    "with_archived",
]
