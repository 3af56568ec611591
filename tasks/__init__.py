"""The work of Renja: one package a stage, and `model`, the words they share."""
