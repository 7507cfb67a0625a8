"""Webhooks are found by what is unique of them."""

STATEMENTS = ("CREATE CONSTRAINT Webhook_id IF NOT EXISTS FOR (n:Webhook) REQUIRE n.id IS UNIQUE",)
