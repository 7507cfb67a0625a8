"""What people sign in with is found by what is unique of it: the mail address, and the hashes of secrets."""

STATEMENTS = (
    "CREATE CONSTRAINT Account_id IF NOT EXISTS FOR (n:Account) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT Account_mailKey IF NOT EXISTS FOR (n:Account) REQUIRE n.mailKey IS UNIQUE",
    "CREATE CONSTRAINT Session_id IF NOT EXISTS FOR (n:Session) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT Session_hash IF NOT EXISTS FOR (n:Session) REQUIRE n.hash IS UNIQUE",
    "CREATE INDEX Session_previousHash IF NOT EXISTS FOR (n:Session) ON (n.previousHash)",
    "CREATE CONSTRAINT Invitation_id IF NOT EXISTS FOR (n:Invitation) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT Invitation_hash IF NOT EXISTS FOR (n:Invitation) REQUIRE n.hash IS UNIQUE",
    "CREATE CONSTRAINT MailLink_hash IF NOT EXISTS FOR (n:MailLink) REQUIRE n.hash IS UNIQUE",
    "CREATE CONSTRAINT RecoveryCode_hash IF NOT EXISTS FOR (n:RecoveryCode) REQUIRE n.hash IS UNIQUE",
    "CREATE CONSTRAINT Passkey_credential IF NOT EXISTS FOR (n:Passkey) REQUIRE n.credential IS UNIQUE",
    "CREATE CONSTRAINT Challenge_hash IF NOT EXISTS FOR (n:Challenge) REQUIRE n.hash IS UNIQUE",
    "CREATE CONSTRAINT Identity_key IF NOT EXISTS FOR (n:Identity) REQUIRE n.key IS UNIQUE",
)
