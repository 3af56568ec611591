"""Words become values: periods, money, institutions, regions."""
