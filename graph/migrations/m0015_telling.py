"""Webhooks and the links that end letters are found by what is unique of them."""

STATEMENTS = (
    "CREATE CONSTRAINT Webhook_id IF NOT EXISTS FOR (n:Webhook) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT Account_letterKey IF NOT EXISTS FOR (n:Account) REQUIRE n.letterKey IS UNIQUE",
)
