"""Finished documents are looked at by one thread at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from ptbuilder.handout import opening
from ptbuilder.handout.document import render
from tests.handout.sheets import sheet


def test_a_second_thread_waits_until_the_document_is_closed() -> None:
    pdf = render(sheet()).pdf
    with ThreadPoolExecutor(1) as other:

        def comes_in() -> bool:
            came = opening._PDFIUM.acquire(blocking=False)
            if came:
                opening._PDFIUM.release()
            return came

        with opening.opened(pdf) as document:
            assert len(document) > 1
            assert not other.submit(comes_in).result()
            assert opening.is_tagged(pdf)
        assert other.submit(comes_in).result()


def test_a_file_that_is_no_document_lets_the_next_one_in() -> None:
    with pytest.raises(Exception, match="Failed to load document"), opening.opened(b"no PDF"):
        pass
    with opening.opened(render(sheet()).pdf) as document:
        assert len(document) > 1
