"""`format --show-accessed`, and the setting."""


def test_the_day_of_retrieval_is_left_out_kept_or_always_shown(seed):
    by_style = seed("format", "meiguo2021renkou").out
    assert "2021年7月2日" in by_style
    assert seed("format", "meiguo2021renkou", "--show-accessed", "style").out == by_style
    assert "7月2日" not in seed("format", "meiguo2021renkou", "--show-accessed", "never").out
    apa = ("format", "meiguo2021renkou", "--style", "apa-zh-tw")
    assert "7月2日" not in seed(*apa).out
    assert seed(*apa, "--show-accessed", "always").out.count("7月2日") == 1
    chosen = seed(*apa, "--show-accessed", "always", "--option", "retrieval=none").out
    assert chosen.rstrip().endswith("（檢索日期：2021年7月2日）"), "the author's own choice stands"


def test_it_is_a_setting(seed):
    seed.write("tipcite.toml", '[format]\nshow-accessed = "never"\n')
    assert "7月2日" not in seed("format", "meiguo2021renkou").out
    assert "7月2日" in seed("format", "meiguo2021renkou", "--show-accessed", "style").out
    assert "sometimes" in seed("format", "--show-accessed", "sometimes", code=2).err
    assert seed("cite", "meiguo2021renkou", "--show-accessed", "always").out.strip()
