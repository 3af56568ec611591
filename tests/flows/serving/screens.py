"""Prefect's web page as a person goes through it; each step leaves the page ready to be looked at or pictured.

After any of them, `page.screenshot(path=...)` gives the picture of the form, of the run, of what it shows.
"""

from collections.abc import Mapping, Sequence

from playwright.sync_api import Page, expect

from tests.flows.serving.served import Served

SIZE = (1280, 1100)


def fill(page: Page, served: Served, form: str, fields: Mapping[str, Sequence[str]]) -> None:
    """Open a form and fill in fields by their titles; a field with several texts is a list."""
    page.goto(f"{served.page}/deployments/deployment/{served.forms()[form]}/run")
    for title, texts in fields.items():
        field = page.locator(".schema-form-property", has_text=title).last
        for number, text in enumerate(texts):
            if field.get_by_role("button", name="Add item").count():
                field.get_by_role("button", name="Add item").click()
            field.locator("textarea").nth(number).fill(text)


def submit(page: Page) -> str:
    """Send the form that is open; the id of the run."""
    with page.expect_response(lambda answer: answer.url.endswith("/create_flow_run")) as answer:
        page.get_by_role("button", name="Submit").click()
    return str(answer.value.json()["id"])


def run_page(page: Page, served: Served, run: str) -> None:
    """Open a run that has ended where it shows what it made."""
    page.goto(f"{served.page}/runs/flow-run/{run}")
    page.get_by_text("Artifacts", exact=True).click()
    expect(page.get_by_text("Flow run", exact=True).first).to_be_visible()


def artifact_page(page: Page, served: Served, artifact: str) -> None:
    """Open something that a run shows, given its id."""
    page.goto(f"{served.page}/artifacts/artifact/{artifact}")
    expect(page.get_by_text("Key", exact=True)).to_be_visible()
