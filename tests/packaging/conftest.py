"""A place to install the wheel: the locked packages are seen there, the checkout is not."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from dev import BASE_PYTHON, installer


class Places:
    """Makes empty environments beside one folder of links to what this one has installed, except Hilltop."""

    def __init__(self, folder: Path) -> None:
        self._packages = folder / "locked-packages"
        self._packages.mkdir()
        for entry in Path(sysconfig.get_path("purelib")).iterdir():
            # Hilltop is installed here in editable form, by a .pth file that leads to the checkout.
            if entry.suffix != ".pth" and not entry.name.startswith("hilltop-"):
                (self._packages / entry.name).symlink_to(entry)

    def make(self, place: Path) -> Path:
        """The interpreter of a new environment at the given place."""
        subprocess.run([BASE_PYTHON, "-m", "venv", "--without-pip", place], check=True)
        site_packages = place / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
        (site_packages / "locked-packages.pth").write_text(f"{self._packages}\n")
        return place / "bin" / "python"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


@pytest.fixture(scope="session")
def installed_wheel(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The wheel, built from the checkout, and the interpreter of an environment in which only that is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    checkout = Path(__file__).resolve().parents[2]
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=checkout, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    python = Places(folder).make(folder / "environment")
    subprocess.run([*installer(python), "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    return wheel, python
