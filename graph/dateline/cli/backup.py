"""`dateline backup` and `dateline restore`: keep a copy of a store, and put it back."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.console import note
from dateline.cli.options import find_store

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command(epilog="Example: dateline backup out backups/2018-07-12")
@click.argument("store", type=_FOLDER)
@click.argument("place", type=_FOLDER)
def backup(*, store: Path, place: Path) -> None:
    """Copy the graph in STORE to the new folder PLACE.

    Others may read and write STORE meanwhile: the copy is the graph as it was after
    their last finished change. PLACE also holds the sums of its files.
    """
    from dateline.rdf.backup import backup as copy

    copy(Path(find_store(store)), place)
    note(f"Wrote {place}")


@click.command(epilog="Example: dateline restore backups/2018-07-12 restored")
@click.argument("place", type=_FOLDER)
@click.argument("store", type=_FOLDER)
def restore(*, place: Path, store: Path) -> None:
    """Make the new store STORE of the backup in PLACE.

    A backup with a damaged file is refused as a whole.
    """
    from dateline.rdf.backup import restore as put_back

    put_back(place, store)
    note(f"Wrote {store}")
