"""The extracts of the plan: a sheet for every institution and every province."""
