from __future__ import annotations

from pathlib import Path

import pytest

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.paper.logo import MOST_BYTES, kind_of, read_logo

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#0f6b6b"/></svg>'


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_pictures_are_known_by_their_bytes_not_by_their_name(tmp_path: Path) -> None:
    assert kind_of(read_logo(written(tmp_path, "logo.txt", SVG))) == "svg"
    assert kind_of(b"\x89PNG\r\n\x1a\n...") == "png"
    assert kind_of(b"\xff\xd8\xff\xe0") == "jpeg"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"GIF89a", "no PNG, JPEG or SVG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(MOST_BYTES), "larger than 1 MB"),
        (b"<svg><script>alert(1)</script></svg>", "scripts or links"),
        (b'<svg><image href="/etc/passwd"/></svg>', "scripts or links"),
        (b'<svg><rect style="fill:url(http://example.org/x)"/></svg>', "scripts or links"),
    ],
)
def test_what_cannot_be_printed_safely_is_refused_in_words(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(PTBuilderError, match=said):
        read_logo(written(tmp_path, "logo.svg", content))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PTBuilderError, match=r"gone\.png cannot be read"):
        read_logo(tmp_path / "gone.png")
