"""Back a store on disk up, while others read and write it, and put it back.

A backup is a folder with the files of one snapshot and a list of their SHA-256, so that
one that was damaged on its way is never put in the place of a store.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import StoreError
from dateline.rdf.lock import BACKUP, mark
from dateline.rdf.opening import open_reader, open_writer

_FORMAT = 1


def backup(store: Path, place: Path) -> None:
    """Copy the last snapshot of `store` to the folder `place`, which it makes.

    Raises:
        StoreError: if there is no store, it is damaged, or `place` is there already.
    """
    # Opening it finds damage, and shows what a killed writer left.
    opened, lock = open_reader(store)
    del opened
    with lock, _made_whole(place) as part:
        folder = Path(lock.name).with_suffix("")
        sums = {
            file.name: _copy(file, part / file.name)
            for file in sorted(folder.iterdir())
        }
        told = {"backup": "dateline", "format": _FORMAT, "sha256": sums}
        (part / BACKUP).write_text(json.dumps(told, indent=1), encoding="utf-8")


def restore(place: Path, store: Path) -> None:
    """Make a store of the backup in the folder `place`, byte for byte.

    Raises:
        StoreError: if `place` is no backup or damaged, or `store` is there already.
    """
    sums = _sums(place)
    with _made_whole(store) as part:
        for name, expected in sums.items():
            if _copy(place / name, part / name) != expected:
                raise StoreError(f"{place}: the backup is damaged: {name} has changed")
        mark(part)
        opened, lock = open_writer(part)
        del opened
        lock.close()


def _sums(place: Path) -> dict[str, str]:
    try:
        told = json.loads((place / BACKUP).read_text(encoding="utf-8"))
        sums = {str(name): str(sha256) for name, sha256 in told["sha256"].items()}
        version = int(told["format"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"{place}: this is no backup of a store ({BACKUP} is missing or broken)"
        raise StoreError(msg) from error
    if version > _FORMAT or any(Path(name).name != name for name in sums):
        raise StoreError(f"{place}: this backup is not one that this version reads")
    return sums


@contextmanager
def _made_whole(place: Path) -> Iterator[Path]:
    """Give a folder to write to that is put at `place` if all went well."""
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise StoreError(f"{place}: there is something here already; name a new folder")
    part = place.with_name(f".{place.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        yield part
        part.replace(place)
    except OSError as error:
        msg = f"{place}: cannot be written: {error.strerror or error}"
        raise StoreError(msg) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _copy(source: Path, target: Path) -> str:
    """Copy a file; return its SHA-256 as it was read."""
    digest = hashlib.sha256()
    try:
        with source.open("rb") as read, target.open("xb") as written:
            while piece := read.read(1 << 20):
                digest.update(piece)
                written.write(piece)
    except FileNotFoundError as error:
        raise StoreError(f"{source.parent}: {source.name} is missing") from error
    return digest.hexdigest()
