"""What a text is written in; stroke, zhuyin and pinyin order; Chinese names; numerals, dates and ROC years."""

from tipcite.lang.dates import parse_chinese_date, parse_english_date
from tipcite.lang.detect import decide_language, decide_text_language, is_traditional
from tipcite.lang.folding import fold_han
from tipcite.lang.latin import latin_key
from tipcite.lang.names import is_institution, is_transcribed_name, split_chinese_name
from tipcite.lang.numerals import ad_year_to_roc, chinese_number, roc_year_to_ad
from tipcite.lang.order import pinyin_key, stroke_key, zhuyin_key
from tipcite.lang.readings import pinyin, pinyin_syllables
from tipcite.lang.scripts import HAN, Script, has_han, is_han, script_of
from tipcite.lang.surnames import SURNAME_READINGS
from tipcite.lang.tags import is_chinese, is_valid_language, normal_tag, primary_language
from tipcite.lang.width import fold_width, full_width_punctuation, to_halfwidth_digits

__all__ = [
    "HAN",
    "SURNAME_READINGS",
    "Script",
    "ad_year_to_roc",
    "chinese_number",
    "decide_language",
    "decide_text_language",
    "fold_han",
    "fold_width",
    "full_width_punctuation",
    "has_han",
    "is_chinese",
    "is_han",
    "is_institution",
    "is_traditional",
    "is_transcribed_name",
    "is_valid_language",
    "latin_key",
    "normal_tag",
    "parse_chinese_date",
    "parse_english_date",
    "pinyin",
    "pinyin_key",
    "pinyin_syllables",
    "primary_language",
    "roc_year_to_ad",
    "script_of",
    "split_chinese_name",
    "stroke_key",
    "to_halfwidth_digits",
    "zhuyin_key",
]
