"""The hub over HTTP: a request enters, a response leaves."""
