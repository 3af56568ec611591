"""Pictures of a plan as SVG: who waits for whom, what happens when, who does how much."""
