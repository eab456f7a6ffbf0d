"""Colours for speakers that stay apart for colour-blind eyes; the name always stands beside them.

The hues are Okabe and Ito's (2008), darkened for light paper and lightened for dark, so that each reads as text with a
contrast of at least 4.5.
"""

from __future__ import annotations

from collections.abc import Mapping

from processing.note import Speaker

ON_LIGHT = ("#005f93", "#a34700", "#00704f", "#9c3d74", "#6b5d00", "#3f4fa8", "#7a3b3b", "#4a5560")
ON_DARK = ("#56b4e9", "#f0a860", "#4fd0a5", "#e29ac4", "#e6d95c", "#a9b4f5", "#e0a3a3", "#b8c2cc")


def speaker_colours(speakers: Mapping[str, Speaker], *, is_dark: bool) -> dict[str, str]:
    """{speaker id: #rrggbb} in the order in which the file names them; more than eight share."""
    palette = ON_DARK if is_dark else ON_LIGHT
    return {id_: palette[i % len(palette)] for i, id_ in enumerate(speakers)}
