from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.paper.logo import MOST_BYTES, is_printable, kind_of, read_logo

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
        (b"<svg><rect style=\"fill:url( 'x.svg#a')\"/></svg>", "scripts or links"),
        (b'<svg><linearGradient xlink:href="http://example.org/x#b"/></svg>', "scripts or links"),
    ],
)
def test_what_cannot_be_printed_safely_is_refused_in_words(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(PTBuilderError, match=said):
        read_logo(written(tmp_path, "logo.svg", content))


@pytest.mark.parametrize(
    "content",
    [
        b'<svg><rect fill="url(#a)"/></svg>',
        b"<svg><rect style=\"fill:url('#a')\"/></svg>",
        b'<svg><rect fill="url( #a )"/></svg>',
        b'<svg><linearGradient xlink:href="#b"/></svg>',
        b"<svg><linearGradient href = '#b'/></svg>",
    ],
)
def test_a_drawing_may_lead_to_its_own_parts(tmp_path: Path, content: bytes) -> None:
    assert read_logo(written(tmp_path, "logo.svg", content)) == content


def picture(form: str, mode: str = "RGB") -> bytes:
    file = BytesIO()
    Image.effect_noise((64, 48), 60).convert(mode).save(file, form)
    return file.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_is_taken_whole_or_not_at_all(tmp_path: Path, form: str) -> None:
    content = picture(form)
    assert read_logo(written(tmp_path, "logo", content)) == content
    for kept in (len(content) // 2, 40, 12):
        with pytest.raises(PTBuilderError, match="damaged"):
            read_logo(written(tmp_path, "logo", content[:kept]))


def test_a_picture_in_colours_of_a_print_shop_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PTBuilderError, match="cannot be printed"):
        read_logo(written(tmp_path, "logo.jpg", picture("JPEG", "CMYK")))


def test_a_handout_prints_no_logo_and_every_one_that_can_be_read() -> None:
    assert is_printable(b"")
    assert is_printable(picture("PNG"))
    assert not is_printable(b"\x89PNG\r\n\x1a\n" + b"x" * 50)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PTBuilderError, match=r"gone\.png cannot be read"):
        read_logo(tmp_path / "gone.png")
