"""Why a plan is as it is: typed records first, sentences last."""
