"""DrawingML, which all Office Open XML formats draw with: text bodies, lists, colours, charts, diagrams."""
