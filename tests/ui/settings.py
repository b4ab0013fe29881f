# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What a test can choose about the desktop that the program runs on."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """A desktop to test on; the defaults are the plain English one."""

    language: str = "en"
    """A key of locales.LOCALES."""

    dark: bool = False
    high_contrast: bool = False

    text_scale: float = 1.0
    """2.0 is the 200 % of a desktop's large text setting."""

    size: tuple[int, int] | None = None
    """Width and height of the program's window; None leaves its own."""

    home: Path | None = None
    """Home folder; give one to find it again in a later start. None: a fresh one."""

    screen: tuple[int, int] = (1400, 1000)
    animations: bool = False

    window_manager: str | None = "metacity"
    """Without one nothing gets the focus or a size: only for measurements."""

    services: tuple[str, ...] = ()
    """D-Bus service files that may be activated besides the accessibility bus."""
