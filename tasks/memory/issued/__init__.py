"""The documents that were issued, as they were: what copies that come back are compared with."""
