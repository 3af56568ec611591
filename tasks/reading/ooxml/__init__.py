"""What all Office Open XML formats share: the package, names, small questions, symbol fonts."""
