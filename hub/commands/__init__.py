"""The commands of an operator, by what they are for; `hub.cli` puts them together."""
