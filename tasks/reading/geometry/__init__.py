"""Where things stand on a page or slide, and the order in which a person reads them."""
