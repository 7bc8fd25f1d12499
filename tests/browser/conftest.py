"""A real Chromium that opens the pages from files; a missing one fails the tests."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import sync_playwright


@pytest.fixture(scope="session")
def browser():
    path = shutil.which("chromium")
    assert path, "no chromium on the PATH; run: apt-get install chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield launched
        launched.close()


@dataclass
class Opened:
    """A page and everything it should not have done."""

    page: object
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def saw_nothing_bad(self) -> bool:
        return not (self.requests or self.complaints or self.dialogs)


@pytest.fixture
def open_page(browser, tmp_path):
    """Open HTML as a file; afterwards no request, complaint or dialog may have come."""
    opened: list[Opened] = []

    def opening(html, *, address="", patience_s=30, **context):
        file = tmp_path / f"page{len(opened)}.html"
        file.write_text(html, encoding="utf-8", newline="")
        context.setdefault("viewport", {"width": 1400, "height": 900})
        page = browser.new_page(**context)
        record = Opened(page)
        opened.append(record)
        page.on(
            "request",
            lambda request: (
                record.requests.append(request.url)
                if request.url.split("#")[0] != file.as_uri()
                and not request.url.startswith("data:")
                else None
            ),
        )
        page.on("console", lambda message: record.complaints.append(message.text))
        page.on("pageerror", lambda error: record.complaints.append(str(error)))
        page.on("dialog", lambda dialog: record.dialogs.append(dialog.message))
        page.goto(file.as_uri() + address)
        page.wait_for_selector(
            "html[data-ready]", state="attached", timeout=patience_s * 1000
        )
        return page

    yield opening
    for record in opened:
        record.page.close()
        assert record.saw_nothing_bad(), record
