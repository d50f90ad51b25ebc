"""What every page for a phone has: a head that forbids all loading, the letterhead, and the page's language."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from ptbuilder.domain.clinic import Clinic
from ptbuilder.exchange.markup import Inside, Markup, element, joined, trusted
from ptbuilder.exchange.page_style import style_sheet
from ptbuilder.exchange.voice import Voice
from ptbuilder.wording import head


def page(voice: Voice, title: str, body: Inside) -> str:
    """A whole page in one file: it loads nothing, sends nothing and runs no script."""
    style = style_sheet()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head_part = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="format-detection", content="telephone=no"),
        element("title", title),
        element("style", trusted(style)),
    )
    return trusted("<!DOCTYPE html>\n") + element("html", head_part, element("body", body), lang=voice.main) + "\n"


def letterhead(voice: Voice, clinic: Clinic) -> Markup:
    """Clinic, therapist and address, and the phone number to tap."""
    small = " · ".join(part for part in (head.therapist(clinic), clinic.address.strip()) if part)
    return element(
        "header",
        element("p", clinic.name, class_="clinic") if clinic.name else None,
        element("p", small, class_="soft") if small else None,
        element("p", _phone(voice, clinic)),
    )


def _phone(voice: Voice, clinic: Clinic) -> Markup:
    phone = head.phone(clinic)
    if not phone:
        return element("b", voice.fixed("call-clinic"))
    dialled = head.dialled(phone)
    if not dialled:
        return joined((voice.fixed("call"), " ", element("b", phone, class_="call")))
    return joined((voice.fixed("call"), " ", element("a", phone, class_="call", href=dialled)))
