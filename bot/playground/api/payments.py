"""Invoices: https://core.telegram.org/bots/payments."""

from aiogram.methods import CreateInvoiceLink, SendInvoice

from bot.playground.api.registry import Call, handles
from bot.playground.api.sending import send
from bot.playground.chats import Json
from bot.playground.errors import bad_request

LONGEST_PAYLOAD = 128  # bytes
LONGEST_TITLE, LONGEST_DESCRIPTION = 32, 255
STARS = "XTR"


@handles(SendInvoice)
def send_invoice(call: Call[SendInvoice]) -> Json:
    """The message keeps the payload to itself: `invoice_payload` never reaches a client."""
    total = _checked_total(call.method)
    invoice = {
        "title": call.method.title,
        "description": call.method.description,
        "start_parameter": call.method.start_parameter or "",
        "currency": call.method.currency,
        "total_amount": total,
    }
    button = {"text": f"Pay {total / 100:.2f} {call.method.currency}", "pay": True}
    message = send(call, {"invoice": invoice, "reply_markup": {"inline_keyboard": [[button]]}})
    call.world.payloads[message["chat"]["id"], message["message_id"]] = call.method.payload
    return message


@handles(CreateInvoiceLink)
def create_invoice_link(call: Call[CreateInvoiceLink]) -> str:
    _checked_total(call.method)
    return f"https://t.me/$play{abs(hash(call.method.payload))}"


def _checked_total(method: SendInvoice | CreateInvoiceLink) -> int:
    if not 1 <= len(method.title) <= LONGEST_TITLE:
        raise bad_request("INVOICE_TITLE_INVALID")
    if not 1 <= len(method.description) <= LONGEST_DESCRIPTION:
        raise bad_request("INVOICE_DESCRIPTION_INVALID")
    if not 1 <= len(method.payload.encode()) <= LONGEST_PAYLOAD:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    if method.currency != STARS and not method.provider_token:
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    total = sum(price.amount for price in method.prices)
    if not method.prices or total <= 0:
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    return total
