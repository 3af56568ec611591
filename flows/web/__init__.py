"""What people meet in Prefect's web page: forms, artifacts of runs, folders under watch."""
