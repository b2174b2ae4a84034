"""Every instance is in the manifest, and the small ones are made again exactly."""

import pytest

from benchmarks import frozen
from benchmarks.instance import Instance, Missing
from benchmarks.registry import FAMILIES, instances

SMALL = [
    one
    for one in instances()
    if one.scale == "tiny"
    or (one.name in ("year-120-s1", "year-120-s2", "planted-240", "told-c05100"))
    or one.family in ("gap", "mkp")
    or (one.family == "gap-recipes" and one.scale == "usual")
]


def test_the_manifest_names_every_instance_and_nothing_else() -> None:
    assert list(frozen.manifest()) == [one.name for one in instances()]
    assert len(set(frozen.manifest().values())) == len(instances())


def test_every_family_has_an_instance_for_tests() -> None:
    families = {one.family for one in instances()}
    assert families == set(FAMILIES)
    assert {one.family for one in instances() if one.scale == "tiny"} == families - {"gap"}


@pytest.mark.parametrize("instance", SMALL, ids=lambda one: one.name)
def test_it_is_made_again_exactly(instance: Instance) -> None:
    try:
        frozen.verify(instance, instance.make())
    except Missing as missing:
        pytest.skip(str(missing))


def test_another_document_is_refused() -> None:
    instance = next(one for one in instances() if one.scale == "tiny")
    with pytest.raises(frozen.NotFrozen, match="frozen is sha256:"):
        frozen.verify(instance, instance.make() | {"name": "another"})
    with pytest.raises(frozen.NotFrozen, match="is not in"):
        frozen.verify(Instance("unheard-of", "years", dict), {})
