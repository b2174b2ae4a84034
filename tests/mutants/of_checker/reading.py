"""Faults in what the models say before any rule speaks: rounding, defaults, tiers, the calendar.

Checker and program share the models, so these are found by comparing with the models as they are.
"""

from tests.mutants.mutation import FaultsIn, Mutant

_in_models = FaultsIn("models")

_FILL = "for name in tier.model_fields_set if name not in self.model_fields_set"

MUTANTS: tuple[Mutant, ...] = (
    _in_models(
        "reading/half towards zero",
        "quantities",
        "quotient += 2 * remainder >= denominator",
        "quotient += 2 * remainder > denominator",
        "value_half",
        "target_half",
        "hunger_edge_half",
        "utilisation_half",
    ),
    _in_models(
        "reading/half to even",
        "quantities",
        "quotient += 2 * remainder >= denominator",
        "quotient += 2 * remainder > denominator - quotient % 2",
        "value_half",
        "target_half",
        "hunger_edge_half",
        "utilisation_half",
    ),
    _in_models(
        "reading/half towards plus infinity",
        "quantities",
        "    quotient, remainder = divmod(abs(numerator), denominator)\n",
        "    return (2 * numerator + denominator) // (2 * denominator)\n"
        "    quotient, remainder = divmod(abs(numerator), denominator)\n",
        "value_half",
    ),
    _in_models(
        "reading/tiers give nothing",
        "project",
        "        return self.replace(**given) if given else self\n",
        "        return self\n",
        "tier_defaults",
    ),
    _in_models(
        "reading/a tier beats its projects",
        "project",
        _FILL,
        "for name in tier.model_fields_set",
        "tier_whole_fields",
    ),
    _in_models(
        "reading/fields of a tier are merged",
        "project",
        "name: getattr(tier, name) " + _FILL,
        "name: getattr(self, name).replace(**{\n"
        "                part: getattr(tier.value, part) for part in tier.value.model_fields_set - self.value.model_fields_set\n"
        "            }) if name == 'value' and name in self.model_fields_set else getattr(tier, name)\n"
        "            for name in tier.model_fields_set if name not in self.model_fields_set or name == 'value'",
        "tier_whole_fields",
    ),
    _in_models(
        "reading/scope none by default",
        "market",
        '"company"] = "company"',
        '"company"] = "none"',
        "purchase_budget",
        "friction",
    ),
    _in_models(
        "reading/scope region by default",
        "market",
        '"company"] = "company"',
        '"company"] = "region"',
        "purchase_budget",
        "friction",
    ),
    _in_models(
        "reading/not lendable by default",
        "people",
        "lendable: bool = True",
        "lendable: bool = False",
        "purchase_budget",
        "friction",
    ),
    _in_models(
        "reading/not qualified by default",
        "project",
        "qualified: bool = True",
        "qualified: bool = False",
        "hunger_overfed",
        "hunger_starving",
    ),
    _in_models(
        "reading/margin rate 0 by default",
        "project",
        "margin_rate: SignedRatio = 10_000",
        "margin_rate: SignedRatio = 0",
        "in_flight_committed",
        "stop_cost",
    ),
    _in_models(
        "reading/win probability 0 by default",
        "project",
        "win_probability: Share = 10_000",
        "win_probability: Share = 0",
        "value_half",
        "in_flight_committed",
    ),
    _in_models(
        "reading/stoppable by default",
        "project",
        "stoppable: bool = False",
        "stoppable: bool = True",
        "stoppable_unsaid",
        "stop_cost_of_committed",
    ),
    _in_models(
        "reading/load cap 0 by default",
        "policy",
        "load_cap: Ratio = 10_000",
        "load_cap: Ratio = 0",
        "person_capacity",
    ),
    _in_models(
        "reading/capacity 0 by default",
        "people",
        "capacity: Efforts = 1000",
        "capacity: Efforts = 0",
        "person_capacity",
        "utilisation_floor",
    ),
    _in_models(
        "reading/coverage 0 by default",
        "target",
        "coverage: Ratio = 10_000",
        "coverage: Ratio = 0",
        "target_undated",
    ),
    _in_models(
        "reading/max_share 0 by default",
        "policy",
        "max_share: BalanceShare = 100",
        "max_share: BalanceShare = 0",
        "balance_min",
        "balance_count",
    ),
    _in_models(
        "reading/min_share 1 by default",
        "policy",
        "min_share: BalanceShare = 0",
        "min_share: BalanceShare = 100",
        "balance_max",
    ),
    _in_models(
        "reading/unmet demand is not the default measure",
        "policy",
        '"stretch_load"] = "unmet_demand"',
        '"stretch_load"] = "stretch_load"',
        "hunger_overfed",
        "hunger_starving",
    ),
)
