"""Some hundreds of random plans against an independent solver; thousands: `python -m tests.fuzzing.schedules`."""

from tests.fuzzing.schedules import Plan, faults, feasible, random_plan


def test_schedules_agree_with_bellman_ford_and_options_do_what_they_promise() -> None:
    for number in range(200):
        plan = random_plan(2017, number)
        assert list(faults(plan)) == [], f"plan {number}"


def test_the_solver_tells_contradictions() -> None:
    window = [("", "A", 5), ("A", "B", 2), ("B", "", -7)]
    assert feasible(window)
    assert not feasible([*window, ("B", "", -6)])


def test_random_plans_hold_what_makes_them_hard() -> None:
    drawn = [random_plan(2017, number) for number in range(200)]
    assert {"within", "whole", "recurring", "by", "from", "none"} == _senses(drawn)
    assert any(row["lag"] for plan in drawn for row in plan.links)
    assert any(len(plan.network().links) < len(_accepted(plan)) for plan in drawn)


def _senses(drawn: list[Plan]) -> set[str]:
    return {row["period_sense"] for plan in drawn for row in plan.items}


def _accepted(plan: Plan) -> list[dict[str, str]]:
    return [row for row in plan.links if row["status"] == "accepted"]
