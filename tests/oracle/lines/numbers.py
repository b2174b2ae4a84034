"""Section 1 of the contract: what is rounded, when, and what never is."""

from tests.oracle.lines.line import Line

LINES = (
    Line("rounded half up", "reading/half towards zero", ("value_half", "target_half", "hunger_edge_half")),
    Line("… away from zero", "project_value/half towards plus infinity"),
    Line("once per entry: project value at a start", "project_value/rounded before delay"),
    Line("… is rounded half up", "project_value/half down"),
    Line("once per entry: friction of one period", "friction/rounded once over all periods"),
    Line("… is rounded half up", "friction/half down"),
    Line("once per entry: amount of one period", "purchase_budget/rounded once over all periods"),
    Line("… is rounded half up", "purchase_budget/half down"),
    Line("… the rate with mark-up is no entry", "purchase_budget/the rate with mark-up rounded first"),
    Line("expected orders of a project are rounded half up", "target_coverage/expected orders half down"),
    Line("coverage × amount is rounded half up", "target_coverage/coverage × amount half down"),
    Line("effort from reviews is rounded half up to a permille", "person_capacity/reviews rounded half down"),
    Line("low·D is rounded half up", "hunger_band/low edge half down"),
    Line("high·D is rounded half up", "hunger_band/high edge half down"),
    Line("(1+low)·S is one entry", "hunger_band/low edge of load rounded before it is added"),
    Line("floor × S is rounded half up", "utilisation_floor/half down"),
    Line("nothing else is rounded: capacity × load_cap", "person_capacity/the limit rounded to a permille"),
    Line("nothing else is rounded: max_sold_share × supply", "seller_cap/the cap rounded to a permille"),
    Line("nothing else is rounded: mean effort", "eligibility/mean effort rounded to a permille"),
    Line("nothing else is rounded: share × total", "portfolio_balance/missing rounded to whole units"),
)
