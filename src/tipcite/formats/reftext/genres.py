"""CSL types by the word that a work says of itself: `[Doctoral dissertation]`, `[Data set]`, 新聞稿."""

from __future__ import annotations

import re
from typing import Final

# The first whose word stands in the genre decides.
GENRES: Final = (
    (re.compile(r"dissertation|thesis|論文|论文", re.IGNORECASE), "thesis"),
    (re.compile(r"film|movie|motion picture|video|documentary|電影|影片", re.IGNORECASE), "motion_picture"),
    (re.compile(r"tv series|tv |television|episode|podcast|radio|broadcast|電視", re.IGNORECASE), "broadcast"),
    (re.compile(r"song|album|recorded by|音樂|專輯", re.IGNORECASE), "song"),
    (re.compile(r"data ?set|資料集|数据集", re.IGNORECASE), "dataset"),
    (re.compile(r"software|app$|computer program|軟體|软件", re.IGNORECASE), "software"),
    (re.compile(r"map$|地圖|地图", re.IGNORECASE), "map"),
    (re.compile(r"paper presentation|conference|poster|session|研討會", re.IGNORECASE), "paper-conference"),
    (re.compile(r"blog|部落|網誌|博客", re.IGNORECASE), "post-weblog"),
    (re.compile(r"tweet|post|status update|貼文", re.IGNORECASE), "post"),
    (re.compile(r"patent|專利|专利", re.IGNORECASE), "patent"),
    (re.compile(r"painting|photograph|sculpture|graphic|照片", re.IGNORECASE), "graphic"),
    (re.compile(r"speech|lecture|演講|address", re.IGNORECASE), "speech"),
    (re.compile(r"interview|訪談|訪問", re.IGNORECASE), "interview"),
    (re.compile(r"manuscript|手稿|unpublished", re.IGNORECASE), "manuscript"),
    (
        re.compile(
            r"report|報告|报告|研究計[畫劃]|(?:working|discussion|policy|issue|research|occasional|briefing) (?:paper"
            r"|brief|note)",
            re.IGNORECASE,
        ),
        "report",
    ),
    (re.compile(r"press release|webpage|website|網頁", re.IGNORECASE), "webpage"),
)
