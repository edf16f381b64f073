"""A copy of a style keeps whose work it was."""

import pytest

from tipcite.csl import parse_style, style_options
from tipcite.errors import StyleError
from tipcite.resources import load_style
from tipcite.styles import Derivation, derive_style, read_head

ORIGIN = """<?xml version="1.0"?>
<!-- © Ann Author -->
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note" default-locale="fr-FR">
  <info>
    <title>Un</title>
    <title xml:lang="en">One</title>
    <title-short>U</title-short>
    <id>http://example.org/un</id>
    <link href="http://example.org/un" rel="self"/>
    <link href="http://example.org/old" rel="template"/>
    <link href="http://example.org/guide" rel="documentation"/>
    <author><name>Ann Author</name></author>
    <contributor><name>Bo Other</name></contributor>
    <issn>1234-5678</issn>
    <rights license="http://creativecommons.org/licenses/by-sa/3.0/">CC BY-SA</rights>
  </info>
  <citation><layout><text variable="title"/></layout></citation>
</style>
""".encode()
COPY = Derivation(title="Mine", id="urn:x", updated="2026-01-01T00:00:00+00:00", options={})


def test_rights_stay_and_authors_become_contributors():
    head = read_head(derive_style(ORIGIN, COPY))
    assert (head.rights, head.license) == ("CC BY-SA", "http://creativecommons.org/licenses/by-sa/3.0/")
    assert (head.authors, head.contributors) == ((), ("Ann Author", "Bo Other"))
    assert head.comment == "© Ann Author"


def test_the_copy_has_names_of_its_own_and_links_to_its_origin():
    made = derive_style(ORIGIN, COPY).decode()
    head = read_head(made)
    assert (head.title, head.id, head.updated) == ("Mine", "urn:x", "2026-01-01T00:00:00+00:00")
    assert head.sources == ("http://example.org/guide",)
    assert '<link href="http://example.org/un" rel="template"/>' in made
    for gone in ("One", "title-short", 'rel="self"', "/old", "1234-5678"):
        assert gone not in made
    assert made.startswith('<?xml version="1.0" encoding="utf-8"?>\n<!-- © Ann Author -->\n<style ')
    assert derive_style(made.encode(), COPY).decode().count("urn:x") == 2


@pytest.mark.parametrize("options", [{}, {"year": "roc"}])
def test_a_copy_of_our_own_style_parses_and_offers_what_was_not_settled(options):
    made = derive_style(load_style("apa-zh-tw"), Derivation(title="T", id="i", updated="u", options=options))
    assert parse_style(made).title == "T"
    assert bool(style_options(made)) == (not options)


def test_a_copy_of_what_is_no_style():
    with pytest.raises(StyleError):
        derive_style(b"<a/>", COPY)
    with pytest.raises(StyleError, match="no option 'nix'"):
        derive_style(ORIGIN, Derivation(title="T", id="i", updated="u", options={"nix": "1"}))


def test_a_head_says_its_kind_and_languages():
    assert read_head(ORIGIN).kind == "note, fr-FR"
    layouts = b'<bibliography><layout locale="en de"/><layout locale="ja"/></bibliography></style>'
    category = b'<category citation-format="numeric"/><rights'
    bilingual = ORIGIN.replace(b"</style>", layouts).replace(b"<rights", category).replace(b'"note"', b'"in-text"')
    assert read_head(bilingual).kind == "numeric, fr-FR en ja"
    assert read_head(b'<style xmlns="http://purl.org/net/xbiblio/csl"/>').kind == "dependent"
