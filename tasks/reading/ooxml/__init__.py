"""What all Office Open XML formats share: the package, names of elements."""
