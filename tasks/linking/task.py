"""This stage as a Prefect task. Its results are not cached: tables pass on in memory."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.linking.link import link as plain

link = task(name="link", cache_policy=NO_CACHE, persist_result=False)(plain)
