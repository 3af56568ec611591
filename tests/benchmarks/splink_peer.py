"""Splink with DuckDB in one thread, given the slots of our own reading.

Vetoes are levels that hardly ever hold for one work.
"""

import duckdb
import numpy as np
import pandas as pd
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.comparison_level_library import CustomLevel, ElseLevel, NullLevel
from splink.comparison_library import CustomComparison

from tasks.merging.arrays import Ints
from tasks.merging.matching.candidates import telling
from tasks.merging.matching.features import Features
from tasks.merging.matching.knowledge import seen
from tasks.merging.matching.mentions import OPEN, Mentions

THRESHOLDS = (0.5, 0.9, 0.99, 0.999)


def groups(mentions: Mentions) -> dict[float, Ints]:
    """The group of each row by threshold."""
    made, known = seen(mentions)
    api = DuckDBAPI(duckdb.connect(config={"threads": 1}))
    linker = Linker(api.register(_table(made, known.weight(made))), _settings(), log_level="ERROR")
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("office", "object"), block_on("office", "start", "finish")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)
    predicted = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    found: dict[float, Ints] = {}
    for threshold in THRESHOLDS:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
        table = clusters.as_pandas_dataframe().sort_values("unique_id")
        found[threshold] = np.unique(table["cluster_id"].to_numpy(), return_inverse=True)[1]
    return found


def _table(made: Features, weight: np.ndarray) -> pd.DataFrame:
    slots, told = made.slots, made.mentions
    sizes, begins, words = telling(slots.objects, weight, 4)
    parties = [" ".join(p.owners) or None for p in told.parties]
    keys = [words[b : b + n].tolist() for b, n in zip(begins.tolist(), sizes.tolist(), strict=True)]
    objects = [slots.objects.of(n) for n in range(len(slots.objects))]
    year = np.where(made.calendar | slots.years, made.calendar | slots.years, -1)
    return pd.DataFrame(
        {
            "unique_id": np.arange(len(made)),
            "office": pd.Series([parties[n] for n in told.party.tolist()], dtype=object),
            "region": pd.Series([" ".join(told.parties[n].regions) for n in told.party.tolist()], dtype=object),
            "act": np.where(made.vague, -1, made.group),
            "head": slots.head.astype(np.int64),
            "level": slots.level,
            "audience": slots.audience,
            "subject": slots.subject,
            "step": slots.steps.code,
            "quantity": np.where(slots.quantities.sizes()[slots.quantities.code] > 0, slots.quantities.code, -1),
            "year": year,
            "start": told.start,
            "finish": told.end,
            "budget": told.budget,
            "object": slots.objects.code,
            "words": pd.Series([objects[n] for n in slots.objects.code.tolist()], dtype=object),
            "keys": pd.Series([keys[n] for n in slots.objects.code.tolist()], dtype=object),
        }
    )


def _settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            _levels("object", "", "object_l = object_r", f"{_SHARE} >= 0.6", f"{_SHARE} >= 0.4", f"{_SHARE} > 0"),
            _veto("office", "office_l is null or office_r is null"),
            *(_veto(slot, "") for slot in ("level", "audience", "subject", "step", "region", "year")),
            _veto("head", "head_l = -1 or head_r = -1"),
            _levels(
                "start", f"start_l = {OPEN} or start_r = {OPEN}", "start_l = start_r and finish_l = finish_r", _NEAR
            ),
            _levels("quantity", "quantity_l = -1 or quantity_r = -1", "quantity_l = quantity_r"),
            _levels("budget", f"budget_l = {OPEN} or budget_r = {OPEN}", "budget_l = budget_r", _ABOUT),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("office", "act", "year", "keys", arrays_to_explode=["keys"]),
            block_on("region", "act", "year", "object"),
        ],
        probability_two_random_records_match=1e-4,
    )


_SHARE = "2.0 * len(list_intersect(words_l, words_r)) / (len(words_l) + len(words_r))"
_NEAR = "abs(start_l - start_r) < 40 and abs(finish_l - finish_r) < 40"
_ABOUT = "abs(budget_l - budget_r) <= 0.11 * greatest(budget_l, budget_r)"


def _levels(name: str, null: str, *conditions: str) -> CustomComparison:
    levels = [NullLevel(name)] if not null else [CustomLevel(null).configure(is_null_level=True)]
    return CustomComparison([*levels, *map(CustomLevel, conditions), ElseLevel()], output_column_name=name)


def _veto(name: str, null: str) -> CustomComparison:
    levels = [NullLevel(name)] if not null else [CustomLevel(null).configure(is_null_level=True)]
    same = CustomLevel(f"{name}_l = {name}_r")
    never = ElseLevel().configure(m_probability=1e-7, fix_m_probability=True)
    return CustomComparison([*levels, same, never], output_column_name=name)
