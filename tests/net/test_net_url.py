"""Addresses: their octets are kept, and what browsers mend is mended."""

import httpx2
import pytest

from tipcite.net.url import BadAddress, join, parse_address

BASE = httpx2.URL("http://a.test:8080/x/y/?z")


@pytest.mark.parametrize(
    "address",
    [
        "http://a.test/%A4%A4%A4%E5//a%2Fb?q=%a4%A4&r=%2f",
        "http://a.test/a//b/;c=d/e|f",
        "http://a.test/%E4%B8%AD%e6%96%87#%E4%B8%AD",
        "http://a.test/%",
        "http://a.test/x?url=http://b.test/?y",
        "http://a_b.test/",
    ],
)
def test_an_address_in_ascii_stays_as_it_is(address):
    assert str(parse_address(address)) == address


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("http://中文.台灣/路徑?查=詢", "http://xn--fiq228c.xn--kpry57d/%E8%B7%AF%E5%BE%91?%E6%9F%A5=%E8%A9%A2"),
        ("http://ｗｗｗ．ＥＸＡＭＰＬＥ．com/x", "http://www.example.com/x"),
        ("http://faß.de/", "http://xn--fa-hia.de/"),
        ("http://i❤.ws:8080/x", "http://xn--i-7iq.ws:8080/x"),
        ("http:\\\\a.test\\b?c\\d", "http://a.test/b?c\\d"),
        (" http://a.test/a b ", "http://a.test/a%20b"),
        ("http://me:secret@a.test/", "http://a.test/"),
    ],
)
def test_what_browsers_mend_is_mended(address, asked):
    assert str(parse_address(address)) == asked


@pytest.mark.parametrize(
    ("location", "asked"),
    [
        ("//b.test/q", "http://b.test/q"),
        ("?k", "http://a.test:8080/x/y/?k"),
        ("../c%2Fd//e", "http://a.test:8080/x/c%2Fd//e"),
        ("", "http://a.test:8080/x/y/?z"),
        ("#f", "http://a.test:8080/x/y/?z#f"),
        ("/a//b?c=%A4", "http://a.test:8080/a//b?c=%A4"),
        ("\\errors\\404.html", "http://a.test:8080/errors/404.html"),
        ("中", "http://a.test:8080/x/y/%E4%B8%AD"),
        ("mailto:x@y.test", "mailto:x@y.test"),
        ("http://me:secret@b.test/", "http://b.test/"),
    ],
)
def test_redirects_are_resolved_and_their_octets_kept(location, asked):
    assert str(join(BASE, location)) == asked


@pytest.mark.parametrize("text", ["http://a.test:port/", "http://[::1", "http://a\x00b/"])
def test_what_is_no_address_is_told(text):
    with pytest.raises(BadAddress, match=r"no (address|name)"):
        parse_address(text)
