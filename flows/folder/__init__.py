"""The output folder of a plan: written aside, published in one step, with what lasts from run to run."""
