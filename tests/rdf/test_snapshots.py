"""Readers beside a writer, damaged stores, backups."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.facts import ARTICLE
from tests.rdf.articles import OTHER, article

from dateline.errors import StoreError
from dateline.rdf.backup import backup, restore
from dateline.rdf.store import GraphStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "s"
    with GraphStore.open(path) as store:
        store.replace_articles([article()])
    return path


def read(path: Path) -> tuple[str, ...]:
    with GraphStore.open(path, read_only=True) as store:
        return store.articles()


def snapshots(path: Path) -> list[str]:
    return sorted(each.name for each in (path / "snapshots").iterdir() if each.is_dir())


def test_a_reader_goes_on_while_a_writer_works(path: Path) -> None:
    with (
        GraphStore.open(path) as writer,
        GraphStore.open(path, read_only=True) as reader,
    ):
        writer.replace_articles([article(OTHER)])
        writer.remove_article(ARTICLE)
        assert reader.articles() == (ARTICLE,)
        assert read(path) == (OTHER,)
        assert reader.article_nquads(ARTICLE)
    assert read(path) == (OTHER,)


def test_a_reader_of_a_store_being_filled_for_the_first_time(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "s") as writer:
        assert read(tmp_path / "s") == ()
        writer.replace_articles([article()])
        assert read(tmp_path / "s") == (ARTICLE,)


def test_only_snapshots_that_somebody_reads_are_kept(path: Path) -> None:
    with GraphStore.open(path, read_only=True) as reader:
        with GraphStore.open(path) as writer:
            for number in range(4):
                writer.replace_articles([article(more=" More." * number)])
        assert len(snapshots(path)) == 2
        assert len(reader) > 0
    with GraphStore.open(path) as writer:
        writer.replace_articles([article(OTHER)])
    assert len(snapshots(path)) == 1
    assert len(list((path / "snapshots").iterdir())) == 2


def test_another_process_reads_while_this_one_writes(path: Path) -> None:
    code = (
        "import sys; from dateline.rdf.store import GraphStore\n"
        "with GraphStore.open(sys.argv[1], read_only=True) as s: print(s.articles())\n"
        "try: GraphStore.open(sys.argv[1])\n"
        "except Exception as error: print(error)\n"
    )
    with GraphStore.open(path) as writer:
        writer.replace_articles([article(OTHER)])
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)],
            capture_output=True,
            text=True,
            check=True,
        )
    told = done.stdout.splitlines()
    assert told[0] == str((ARTICLE, OTHER))
    assert told[1].endswith("is being written by another process; try again when it is "
                            "done")  # fmt: skip


def test_what_a_killed_writer_had_finished_is_found(path: Path) -> None:
    code = (
        "import os, signal, sys; from dateline.rdf import store\n"
        "from tests.rdf.articles import OTHER, article\n"
        "opened = store.GraphStore.open(sys.argv[1])\n"
        "store.show_readers = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "opened.replace_articles([article(OTHER)])\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=root, check=False
    )
    assert done.returncode < 0
    assert read(path) == (ARTICLE, OTHER)


def test_who_may_not_write_reads_the_last_snapshot(path: Path) -> None:
    # Root may write anything: a lock that somebody holds does the same.
    with GraphStore.open(path):
        (path / "dateline-store.lags").touch()
        assert read(path) == (ARTICLE,)


# Damage


def _files(path: Path) -> list[Path]:
    return [
        file
        for folder in (path, *(path / "snapshots").iterdir())
        if folder.is_dir()
        for file in folder.iterdir()
        if file.is_file()
    ]


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _overwrite(file: Path) -> None:
    data = bytearray(file.read_bytes())
    chance = random.Random(0)  # noqa: S311  (no secret)
    for place in chance.sample(range(len(data)), min(len(data), 40)):
        data[place] ^= 0xFF
    # In place: a snapshot shares its files with the store.
    with file.open("r+b") as opened:
        opened.write(data)


@pytest.mark.parametrize("damage", [Path.unlink, _cut, _overwrite])
def test_a_damaged_store_is_told_or_harmless_and_never_wrong(
    path: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    with GraphStore.open(path, read_only=True) as store:
        whole = store.article_nquads(ARTICLE)
    told = []
    for file in _files(path):
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        # `cp -a` keeps hard links.
        subprocess.run(["/bin/cp", "-a", path, copy], check=True)
        damage(copy / file.relative_to(path))
        for read_only in (True, False):
            try:
                with GraphStore.open(copy, read_only=read_only) as store:
                    assert store.article_nquads(ARTICLE) == whole
            except StoreError as error:
                told.append(str(error))
    assert len(told) > 4
    assert not any("\n" in message for message in told)
    assert all("damaged" in each or "is not a Dateline" in each for each in told)


@pytest.mark.parametrize("name", ["CURRENT", "*.sst", "MANIFEST*"])
def test_a_missing_file_is_told(path: Path, name: str) -> None:
    for file in path.rglob(name):
        file.unlink()
    for read_only in (True, False):
        with pytest.raises(StoreError, match=r"the store is damaged"):
            GraphStore.open(path, read_only=read_only)


# Backups


def test_a_backup_made_while_writing_is_put_back(path: Path, tmp_path: Path) -> None:
    with GraphStore.open(path) as writer:
        whole = writer.article_nquads(ARTICLE)
        backup(path, tmp_path / "kept")
        writer.remove_article(ARTICLE)
    restore(tmp_path / "kept", tmp_path / "new" / "store")
    with GraphStore.open(tmp_path / "new" / "store") as store:
        assert store.article_nquads(ARTICLE) == whole
        store.replace_articles([article(OTHER)])
    # The backup is a copy: what is written to the new store does not touch it.
    restore(tmp_path / "kept", tmp_path / "again")
    assert read(tmp_path / "again") == (ARTICLE,)


def test_nothing_is_overwritten(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "kept")
    for change in (
        lambda: backup(path, tmp_path / "kept"),
        lambda: restore(tmp_path / "kept", path),
    ):
        with pytest.raises(StoreError, match="there is something here already"):
            change()


def test_a_damaged_backup_is_refused_as_a_whole(path: Path, tmp_path: Path) -> None:
    backup(path, tmp_path / "kept")
    for file in sorted((tmp_path / "kept").glob("*.sst")):
        data = file.read_bytes()
        file.write_bytes(data[:-1] + b"?")
        with pytest.raises(StoreError, match=f"{file.name} has changed"):
            restore(tmp_path / "kept", tmp_path / "new")
        file.write_bytes(data)
    file.unlink()
    with pytest.raises(StoreError, match=f"{file.name} is missing"):
        restore(tmp_path / "kept", tmp_path / "new")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kept", "s"]


def test_a_backup_is_neither_a_store_nor_a_store_a_backup(
    path: Path, tmp_path: Path
) -> None:
    backup(path, tmp_path / "kept")
    with pytest.raises(StoreError, match="this is a backup; use it by"):
        GraphStore.open(tmp_path / "kept", read_only=True)
    with pytest.raises(StoreError, match="this is no backup"):
        restore(path, tmp_path / "new")


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "a/b"])
def test_a_backup_names_no_file_outside_itself(
    path: Path, tmp_path: Path, name: str
) -> None:
    backup(path, tmp_path / "kept")
    told = tmp_path / "kept" / "dateline-backup.json"
    read_sums = json.loads(told.read_text())
    read_sums["sha256"][name] = "0" * 64
    told.write_text(json.dumps(read_sums))
    with pytest.raises(StoreError, match="not one that this version reads"):
        restore(tmp_path / "kept", tmp_path / "new")


def test_a_damaged_store_is_not_backed_up(path: Path, tmp_path: Path) -> None:
    for file in path.rglob("*.sst"):
        file.unlink()
    with pytest.raises(StoreError, match="the store is damaged"):
        backup(path, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
