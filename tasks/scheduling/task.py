"""This stage as a Prefect task. Its results are not cached: tables pass on in memory."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.scheduling.schedule import schedule as plain

schedule = task(name="schedule", cache_policy=NO_CACHE, persist_result=False)(plain)
