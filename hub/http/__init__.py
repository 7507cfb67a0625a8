"""The addresses of the hub: /graphql, /health/live, /health/ready."""
