"""What a text is written in; stroke, zhuyin and pinyin order; Chinese names; numerals, dates and ROC years."""

from tipcite.lang.dates import parse_chinese_date, parse_english_date
from tipcite.lang.detect import decide_language, decide_text_language, is_traditional
from tipcite.lang.folding import fold_han, fold_text
from tipcite.lang.icu import icu_key
from tipcite.lang.latin import latin_key
from tipcite.lang.names import is_institution, is_transcribed_name, split_chinese_name
from tipcite.lang.numerals import ad_year_to_roc, chinese_number, roc_year_to_ad
from tipcite.lang.order import of_readings, pinyin_key, stroke_key, zhuyin_key
from tipcite.lang.readings import pinyin, pinyin_syllables, spaced_pinyin
from tipcite.lang.romanise import Romanisation, romanise
from tipcite.lang.scripts import HAN, Script, has_han, is_han, is_latin, script_of
from tipcite.lang.surnames import SURNAME_READINGS
from tipcite.lang.tags import is_chinese, is_valid_language, meant_tag, normal_tag, primary_language
from tipcite.lang.wade_giles import wade_giles
from tipcite.lang.width import fold_width, full_width_punctuation, to_halfwidth_digits

__all__ = [
    "HAN",
    "SURNAME_READINGS",
    "Romanisation",
    "Script",
    "ad_year_to_roc",
    "chinese_number",
    "decide_language",
    "decide_text_language",
    "fold_han",
    "fold_text",
    "fold_width",
    "full_width_punctuation",
    "has_han",
    "icu_key",
    "is_chinese",
    "is_han",
    "is_institution",
    "is_latin",
    "is_traditional",
    "is_transcribed_name",
    "is_valid_language",
    "latin_key",
    "meant_tag",
    "normal_tag",
    "of_readings",
    "parse_chinese_date",
    "parse_english_date",
    "pinyin",
    "pinyin_key",
    "pinyin_syllables",
    "primary_language",
    "roc_year_to_ad",
    "romanise",
    "script_of",
    "spaced_pinyin",
    "split_chinese_name",
    "stroke_key",
    "to_halfwidth_digits",
    "wade_giles",
    "zhuyin_key",
]
