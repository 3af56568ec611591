"""The links of the last run: kept, and held against those of this one."""
