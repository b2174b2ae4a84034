"""Bad inputs by name, each with the code and the place under which it is to be found."""

from tests.models.validation.bad_inputs.commitments import COMMITMENTS
from tests.models.validation.bad_inputs.policy import MARKET_AND_POLICY
from tests.models.validation.bad_inputs.shape import SHAPE
from tests.models.validation.bad_inputs.staffing import STAFFING
from tests.models.validation.bad_inputs.structure import STRUCTURE, TIME
from tests.models.validation.bad_inputs.texts import TEXTS

__all__ = ["ALL", "SECTIONS", "TEXTS"]

SECTIONS = (SHAPE, STRUCTURE, TIME, STAFFING, MARKET_AND_POLICY, COMMITMENTS)
ALL = {name: case for section in SECTIONS for name, case in section.items()}
"""Changes to the base document."""
