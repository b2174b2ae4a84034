"""Section 2 of the contract: what the fields of a scenario mean, and what it means that one is absent."""

from tests.oracle.lines.line import Line

LINES = (
    # units
    Line("the nearest ancestor that trades", "organisation/the farthest unit that trades"),
    Line("trades: is a profit-and-loss unit, else an ancestor is", "organisation/every unit trades"),
    Line("where no ancestor trades, the root does", "organisation/only units that trade by name"),
    Line("purchase_budget: a number is for the whole horizon", "purchase_budget/the horizon's budget is each period's"),
    Line("purchase_budget by period", "purchase_budget/periods share their budgets"),
    Line("… periods not named: unlimited", "purchase_budget/periods not named have nothing"),
    Line("… absent = unlimited", "purchase_budget/no budget is nothing"),
    Line(
        "a budget of a unit that does not trade limits nothing",
        "purchase_budget/a unit that does not trade has one too",
    ),
    # people
    Line("has the role", "eligibility/without the role"),
    Line("roles: may be several", "eligibility/only the first role"),
    Line("capacity: one number per period", "person_capacity/every period like the first"),
    Line("a team booked as one may have a capacity above 1", "person_capacity/one person, one FTE"),
    Line("capacity defaults to 1", "reading/capacity 0 by default"),
    Line("max_projects: over all roles", "concurrency/only the first role"),
    Line("… at the same time", "concurrency/over the whole horizon", ("one_after_the_other",)),
    Line("… absent = no limit", "concurrency/no limit is a limit of one"),
    Line("lendable: may work for another trading unit", "eligibility/all are lendable"),
    Line("… lendable is true by default", "reading/not lendable by default"),
    Line("bookings", "person_capacity/no bookings"),
    Line("… from … to, both included", "person_capacity/a booking ends one period early"),
    # projects
    Line("tier → defaults in policy.tiers", "reading/tiers give nothing"),
    Line("a tier gives what the project leaves out only", "reading/a tier beats its projects"),
    Line("whole fields; fields are never merged", "reading/fields of a tier are merged"),
    Line("qualified: only qualified demand makes a unit hungry", "hunger_band/everything asked is demand"),
    Line("… qualified is true by default", "reading/not qualified by default"),
    Line("the start's window", "one_start/disabled", ("window_outside", "one_start")),
    Line("windows are cut by the horizon", "one_start/a window cut by the horizon is none"),
    Line("margin_rate", "project_value/no margin"),
    Line("… defaults to 1", "reading/margin rate 0 by default"),
    Line("win_probability", "project_value/no win probability"),
    Line("… defaults to 1", "reading/win probability 0 by default"),
    Line("effort: one number per project period", "person_capacity/every project period like the first"),
    Line("min_grade", "eligibility/no grade"),
    Line("skills: every one", "eligibility/any of the skills"),
    Line("… at the level asked or above", "eligibility/one level below what is asked"),
    Line("languages", "eligibility/no language"),
    Line("… every one", "eligibility/any of the languages"),
    Line("effort = reviews × hours", "person_capacity/reviews of one hour"),
    Line("incumbents of a proposal already made give no right", "eligibility/a proposal gives a right"),
    Line("stoppable is false by default", "reading/stoppable by default"),
    # fit
    Line("fit.value: money added", "person_fit/disabled", ("fit_value",)),
    Line("… is paid once", "person_fit/paid each period"),
    Line("fit.effort replaces the profile", "person_capacity/fit does not change effort"),
    Line("fit.eligible: false forbids", "eligibility/fit does not forbid"),
    Line("fit.eligible: true admits", "eligibility/fit does not admit"),
    Line(
        "… regardless of grade, skills and languages only: not of the role", "eligibility/fit admits without the role"
    ),
    Line("… nor of the market", "eligibility/fit admits to the market"),
    Line("… absent = neutral", "eligibility/any fit row admits"),
    Line("fit_is_complete: only the people listed are eligible", "eligibility/fit need not be complete"),
    Line("… and otherwise eligible", "eligibility/to be listed suffices"),
    # policy
    Line("load_cap", "person_capacity/no load cap"),
    Line("… defaults to 1", "reading/load cap 0 by default"),
    Line("coverage defaults to 1", "reading/coverage 0 by default"),
    Line("max_share defaults to 1", "reading/max_share 0 by default"),
    Line("min_share defaults to 0", "reading/min_share 1 by default"),
)
