"""This stage as a Prefect task. Its results are not cached: tables pass on in memory."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.extraction.extract import extract as plain

extract = task(name="extract", cache_policy=NO_CACHE, persist_result=False)(plain)
