"""Doubtful sources, as `tipcite lint` names them."""

KEY = "meiguo2021renkou"


def test_findings_are_named_with_their_key_and_make_exit_code_3(seed):
    seed("set", KEY, "language=en", "author=王寬弘")
    ended = seed("lint", KEY, code=3)
    assert ended.out == (
        f"{KEY}: warning: the language is 'en', but '人口販運問題報告' is written as zh-Hant [language-doubtful]\n"
    )
    assert ended.err == "1 source: 1 warning, 0 notes\n"
    (problem,) = seed("lint", "--json", KEY, code=3).json()
    assert problem == {
        "key": KEY, "severity": "warning", "code": "language-doubtful",
        "message": "the language is 'en', but '人口販運問題報告' is written as zh-Hant",
    }  # fmt: skip


def test_notes_alone_are_no_problem(seed):
    seed("romanise", KEY, "--pinyin")
    ended = seed("lint", KEY)
    assert ended.out == f"{KEY}: note: not confirmed, so not printed: title, romanised [form-unconfirmed]\n"
    seed("romanise", KEY, "--confirm")
    assert seed("lint", KEY).out == ""
    assert seed("lint", KEY, "--json").json() == []


def test_the_whole_library_is_looked_at(seed):
    seed("set", "hogan2020lgbtq", "language=English")
    assert "hogan2020lgbtq: warning: 'English' is no language tag; en is meant" in seed("lint", code=3).out
    assert "nobody" in seed("lint", "nobody", code=1).err
