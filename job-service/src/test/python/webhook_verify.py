"""Verifies a webhook as its receiver would: webhook_verify.py SECRET ID TIMESTAMP SIGNATURE BODY_FILE."""

import sys

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

secret, message, timestamp, signature, body = sys.argv[1:]
headers = {"webhook-id": message, "webhook-timestamp": timestamp, "webhook-signature": signature}
with open(body, "rb") as file:
    data = file.read()

Webhook(secret).verify(data, headers)
try:
    Webhook(secret).verify(data + b" ", headers)
except WebhookVerificationError:
    sys.exit(0)
sys.exit("a body that was tampered with was verified too")
