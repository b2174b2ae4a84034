"""A slice of the damaged documents of `python3 dev.py fuzz`."""

from models.findings import errors_in
from tests.fuzz.judge import one


def test_damaged_documents_are_read_or_refused_with_reasons() -> None:
    results = [one(seed) for seed in range(600)]
    read = [result for result in results if result.scenario is not None]
    assert 20 < len(read) < 580
    assert len({finding.code for result in results for finding in errors_in(result.findings)}) > 30


def test_a_seed_names_one_document() -> None:
    for seed in range(20):
        assert one(seed).findings == one(seed).findings
