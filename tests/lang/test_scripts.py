import pytest

from tipcite.lang import Script, has_han, is_han, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("美國在台協會", Script.HAN),
        ("AIT 美國在台協會", Script.HAN),
        ("図書館のしごと", Script.KANA),
        ("인구", Script.HANGUL),
        ("Hogan", Script.LATIN),
        ("Łódź", Script.LATIN),
        ("Москва", Script.CYRILLIC),
        ("2021", Script.OTHER),
        ("𠀋", Script.HAN),
    ],
)
def test_script_of(text, script):
    assert script_of(text) is script


def test_han_is_found_inside_and_told_from_all_han():
    assert has_han("A王")
    assert not has_han("カナ")
    assert is_han("王寬弘")
    assert not is_han("王 寬弘")
    assert not is_han("")
