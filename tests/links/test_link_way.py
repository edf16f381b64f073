"""Where redirects lead, and what that alone tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.links.content import page_of
from tipcite.links.findings import findings
from tipcite.links.following import refresh_address
from tipcite.links.targets import Target
from tipcite.links.way import sign_of_way
from tipcite.model import Verdict, Why
from tipcite.net import Answer, Hop

HARMLESS = [
    ("http://a.org/a/b", "http://a.org/a/c"),
    ("http://a.org/", "http://a.org/zh-tw/"),
    ("http://a.org", "https://www.a.org/home/index.html"),
    ("http://a.org/tw/", "http://a.org/cht/index.aspx"),
    ("http://a.org/article?id=3", "http://a.org/article/3"),
    ("http://a.org/wiki/404", "http://a.org/wiki/HTTP_404"),
    ("http://a.org/find/x", "http://a.org/findings/x"),
    ("http://a.org/x", "http://a.org/research/x"),
    ("http://a.org/searching-for-home", "http://a.org/2019/searching-for-home"),
    ("http://a.org/p/1", "http://a.org/news/lost-and-found"),
    ("http://a.org/p/1", "http://a.org/news/page-not-found-a-history"),
    ("http://a.org/p/1", "http://a.org/login-study.html"),
    ("http://a.org/p/1", "http://a.org/blog/how-to-login"),
    ("http://a.org/p/1.pdf", "http://cdn.a.org/files/1.pdf?token=x"),
    ("http://a.org/?p=12", "http://a.org/2019/05/post/"),
    ("http://a.org/index.php?title=X", "http://a.org/wiki/X"),
    ("http://doi.a.org/1", "http://a.org/article/1"),
    ("http://a.org/en/p/1", "http://a.org/zh/p/1"),
    ("http://a.org/a/index.htm", "http://a.org/a/"),
    ("http://a.org/p/1/pdf", "http://a.org/p/1"),
    ("http://a.org/journal/", "https://journal.a.org/"),
    ("http://a.org/~lee/", "http://lee.a.org/"),
    ("http://a.org/watch?v=1", "http://a.org/watch?v=1&feature=x"),
    ("http://a.org/abc", "http://b.org/abc"),
    ("http://a.org/error/", "http://a.org/errors/"),
    ("http://a.org/maintenance/1", "http://a.org/maintenance/2"),
    ("http://bit.ly/xyz", "http://a.org/a/b.html"),
    ("http://a.org/item/5", "http://a.org/item/5/"),
    ("http://a.org/item/5", "http://a.org/item/5?lang=en"),
    ("http://a.org/p/1", "http://members.tripod.com/x/1"),
    ("http://a.org/p/1", "http://cas.nyu.edu/p/1"),
    ("http://a.org/2020", "http://a.org/2020/results/final"),
    ("http://portal.a.org/", "http://portal.a.org/web/guest/home"),
    ("http://a.org/main.asp", "http://a.org/"),
    ("http://a.org/zh-tw/index", "http://a.org/zh-tw/home"),
]
LOST = [
    ("http://a.org/a/b", "http://a.org/"),
    ("http://a.org/a/b", "http://a.org/index.html"),
    ("http://a.org/a/b", "http://a.org/index.asp"),
    ("http://a.org/a/b", "http://a.org/zh-TW"),
    ("http://a.org/a/b", "http://a.org/cht/"),
    ("http://a.org/a/b", "http://a.org/zh_TW/index.jsp"),
    ("http://a.org/a/b", "https://www.a.org/?lang=zh-tw"),
    ("http://a.org/a/b", "http://a.org/home.aspx"),
    ("http://a.org/a/b", "http://a.org/Default.aspx?ref=404"),
    ("http://a.org/a/b", "http://b.com/"),
    ("http://a.org/a/b", "http://a.org/404"),
    ("http://a.org/a/b", "http://a.org/404.aspx?404;http://a.org:80/a/b"),
    ("http://a.org/a/b", "http://a.org/error404.html"),
    ("http://a.org/a/b", "http://a.org/404error.html"),
    ("http://a.org/a/b", "http://a.org/PageNotFound.aspx"),
    ("http://a.org/a/b", "http://a.org/notfound"),
    ("http://a.org/a/b", "http://a.org/error/404.html"),
    ("http://a.org/a/b", "http://a.org/errorpage.html"),
    ("http://a.org/a/b", "http://a.org/ErrorPages/404.htm?aspxerrorpath=/a/b"),
    ("http://a.org/a/b", "http://a.org/errors/not-found"),
    ("http://a.org/a/b", "http://a.org/error.jsp"),
    ("http://a.org/a/b", "http://a.org/error/page404"),
    ("http://a.org/a/b", "http://a.org/page-404/"),
    ("http://a.org/a/b", "http://a.org/http404"),
    ("http://a.org/a/b", "http://a.org/404-not-found"),
    ("http://a.org/a/b", "http://a.org/404-page"),
    ("http://a.org/a/b", "http://a.org/file-not-found.html"),
    ("http://a.org/a/b", "http://a.org/err404.htm"),
    ("http://a.org/a/b", "http://a.org/NotFound/Index"),
    ("http://a.org/a/b", "http://a.org/system/404"),
    ("http://a.org/a/b", "http://a.org/static/404.html"),
    ("http://a.org/a/b", "http://a.org/search?q=b"),
    ("http://a.org/a/b", "http://a.org/search/b"),
    ("http://a.org/a/b", "http://a.org/?s=b"),
    ("http://a.org/news.php?id=3", "http://a.org/"),
    ("http://a.org/about", "http://a.org/"),
    ("http://a.org/story.html", "http://www.a.org/"),
    ("http://a.org/a/b", "http://a.org/#/"),
    ("http://a.org/a/b", "http://a.org/main.php"),
    ("http://a.org/a/b", "http://a.org/mp.asp?mp=1"),
    ("http://a.org/a/b", "http://a.org/index.action"),
    ("http://a.org/a/b", "http://a.org/index.php?route=error/not_found"),
    ("http://a.org/a/b", "http://a.org/index.php/error/404"),
    ("http://a.org/a/b", "http://a.org/oops.html"),
    ("http://a.org/a/b", "http://a.org/missing.html"),
    ("http://a.org/a/b", "http://a.org/removed"),
    ("http://a.org/a/b", "http://a.org/gone.html"),
    ("http://a.org/a/b", "http://a.org/tw/default.htm"),
    ("http://a.org/a/b", "http://a.org/nopage.htm"),
    ("http://a.org/a/b", "http://a.org/sorry/404"),
]
LOGINS = [
    "http://a.org/login",
    "http://a.org/user/login?destination=a/b",
    "http://a.org/account/login?ReturnUrl=%2fa",
    "http://a.org/Login.aspx",
    "http://a.org/signin",
    "http://a.org/users/sign_in",
    "http://a.org/wp-login.php",
    "http://accounts.google.com/v3/signin",
    "http://idp.a.org/idp/profile/SAML2/Redirect/SSO?execution=e1s1",
    "http://login.a.org/x",
    "http://a.org/cas/login?service=x",
    "http://a.org/auth/realms/x/protocol/openid-connect/auth",
    "http://a.org/index.php?route=account/login",
    "http://a.org/member/login.php",
    "http://a.org/sso/",
    "http://login.microsoftonline.com/x",
    "http://a.org/memberlogin.aspx",
    "http://a.org/?action=login",
    "http://a.org/zh-tw/member/signin",
    "http://a.org/logon.asp",
]


def sign(cited, final):
    return sign_of_way(cited, Answer(url=final, status=200, chain=(Hop(url=cited, status=302),)))


@pytest.mark.parametrize(("cited", "final"), HARMLESS)
def test_a_way_that_tells_nothing_for_sure(cited, final):
    found = sign(cited, final)
    assert found is None or not found.sure


@pytest.mark.parametrize(("cited", "final"), LOST)
def test_a_way_to_a_front_page_an_error_or_a_search(cited, final):
    found = sign(cited, final)
    assert found is not None
    assert (found.verdict, found.sure) == (Verdict.DEAD, True)


@pytest.mark.parametrize("final", LOGINS)
def test_a_way_to_a_login(final):
    assert sign("http://a.org/a/b", final).why is Why.LOGIN


def test_no_redirect_is_no_way():
    assert sign_of_way("http://a.org/404.html", Answer(url="http://a.org/404.html", status=200)) is None


ADDRESSES = st.one_of(
    st.text(max_size=30), st.text(alphabet="[]:/?#@%&=.;a1中", max_size=30).map(lambda text: f"http://{text}")
)
PIECES = st.sampled_from(
    [
        "<title>",
        "404",
        "找不到網頁",
        "http://[x",
        "<link rel=canonical href='http://[x'>",
        "<script src='//[/x'></script>",
        "</title>",
        "<meta http-equiv=refresh content='0;url=http://[1'>",
        "<a name=x>",
        "a.test",
        "sponsored",
        "<frame src=:>",
        "\0",
        "<p hidden>",
    ]
)


@given(ADDRESSES, ADDRESSES, st.lists(PIECES, max_size=8))
def test_no_page_and_no_address_break_the_judge(cited, final, pieces):
    answer = Answer(
        url=final, status=200, chain=(Hop(url=cited, status=301),), body="".join(pieces).encode(), size=9,
        headers={"content-type": "text/html"},
    )  # fmt: skip
    findings(Target(value=cited, title="一個題名"), answer, page_of(answer))
    refresh_address(answer)
