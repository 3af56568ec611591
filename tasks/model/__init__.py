"""The words of the domain: small value types and the schemas of the tables that pass between stages."""
