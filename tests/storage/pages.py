"""Reads SQLCipher 4 pages as they are on the disk, free pages and log included, with nothing of SQLite in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16
LOG_HEADER, FRAME_HEADER = 32, 24


def plain_bytes(path: Path, key: bytes) -> bytes:
    """Everything the file and its log hold, decrypted."""
    log = path.with_name(path.name + "-wal")
    frames = log.read_bytes()[LOG_HEADER:] if log.exists() else b""
    parts = [*_decrypted(path.read_bytes(), 0, key), *_decrypted(frames, FRAME_HEADER, key)]
    return b"".join(parts)


def _decrypted(data: bytes, header: int, key: bytes) -> Iterator[bytes]:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    for at in range(0, len(data), PAGE + header):
        page = data[at + header : at + header + PAGE]
        is_first = at == 0 if not header else data[at : at + 4] == b"\0\0\0\1"
        start, end = SALT if is_first else 0, PAGE - RESERVED
        decryptor = Cipher(AES(key), CBC(page[end : end + IV])).decryptor()
        yield decryptor.update(page[start:end]) + decryptor.finalize()
