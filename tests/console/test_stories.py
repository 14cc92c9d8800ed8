"""What the team does in the console, in a browser, with the real service behind it."""

from __future__ import annotations

import json
import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.console.conftest import OpenConsole
from tests.console.office import Office
from tests.servers.chromium import Browsing

pytestmark = pytest.mark.browser


def new_name() -> str:
    """A name of the story's own: the service is shared."""
    return "Zed " + "".join(chr(97 + int(digit, 16)) for digit in uuid4().hex[:10])


def ready(page: Page) -> None:
    """The page's script runs."""
    expect(page.locator("html[data-scripts=on]")).to_be_attached()


def notice(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("status").filter(has=page.locator(".toast"))).to_contain_text(text)


def edit(page: Page, field: str, value: str) -> None:
    page.locator(f"#fact-{field} summary").click()
    box = page.locator(f"#field-{field}")
    expect(box).to_be_focused()
    box.fill(value)
    page.locator(f"#fact-{field}").get_by_role("button", name="Save").click()


def test_signing_in_and_out(office: Office, windows: Browsing) -> None:
    windows.allow("status of 401")
    page = windows.open(base_url=office.service.url).new_page()
    page.goto("/console/leads?status=new")
    page.get_by_label("Staff key").fill("guess")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("not the staff key")
    page.get_by_label("Staff key").fill(office.service.admin_key)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/console/leads\?status=new$"))

    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(re.compile("/console/sign-in$"))
    page.goto("/console/leads")
    expect(page.get_by_label("Staff key")).to_be_visible()


def test_the_list_is_searched_as_one_types_and_filtered_by_chips(
    office: Office, console: OpenConsole
) -> None:
    name = new_name()
    office.lead(name=name, status="won", source="fair")
    office.lead(name=f"{name} Senior", status="new", source="referral")
    page = console("/console/leads")
    page.keyboard.press("/")
    page.keyboard.type(name)
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(page).to_have_url(re.compile(r"/console/leads\?q=Zed[^&]*$"))

    page.get_by_role("navigation", name="Status").get_by_role("link", name="Won").click()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text(name)
    ready(page)
    page.get_by_label("Source").select_option("referral")
    expect(page.get_by_text("No lead matches")).to_be_visible()
    page.get_by_role("link", name="Remove the filter Source").click()
    expect(rows).to_have_count(1)


def test_the_keyboard_alone_opens_a_lead(office: Office, console: OpenConsole) -> None:
    name = new_name()
    office.lead(name=name)
    page = console(f"/console/leads?q={name}")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name=name, exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    ready(page)
    page.keyboard.press("g")
    page.keyboard.press("t")
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")


def test_more_leads_are_loaded_below_those_that_are_there(
    office: Office, console: OpenConsole
) -> None:
    owner = new_name()
    for _ in range(55):
        office.lead(owner=owner)
    page = console(f"/console/leads?owner={owner}")
    expect(page.locator("tbody tr")).to_have_count(50)
    page.get_by_role("link", name="Load more").click()
    expect(page.locator("tbody tr")).to_have_count(55)
    expect(page.get_by_role("link", name="Load more")).to_have_count(0)


def test_a_value_is_edited_in_place_and_taken_back(office: Office, console: OpenConsole) -> None:
    lead = office.lead(company="Old Ltd")
    page = console(f"/console/leads/{lead}")
    edit(page, "company", "New Ltd")
    notice(page, "Company saved")
    expect(page.locator("#fact-company .fact-value")).to_have_text("New Ltd")
    expect(page.locator("#edit-company")).to_be_focused()
    assert office.call(f"/leads/{lead}")["lead"]["company"] == "New Ltd"

    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#fact-company .fact-value")).to_have_text("Old Ltd")
    assert office.call(f"/leads/{lead}")["lead"]["company"] == "Old Ltd"


def test_a_value_that_is_none_is_refused_beside_its_field_and_stays_to_be_mended(
    office: Office, console: OpenConsole, windows: Browsing
) -> None:
    windows.allow("status of 400")
    lead = office.lead(email="right@example.com")
    page = console(f"/console/leads/{lead}")
    edit(page, "email", "wrong at example")
    box = page.locator("#field-email")
    expect(box).to_have_value("wrong at example")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#problem-email")).to_contain_text("name@example.com")
    box.fill("mended@example.com")
    box.press("Enter")
    expect(page.locator("#fact-email .fact-value")).to_have_text("mended@example.com")


def test_status_follow_up_owner_and_note(office: Office, console: OpenConsole) -> None:
    lead = office.lead()
    page = console(f"/console/leads/{lead}")
    page.get_by_label("Status").select_option("Contacted")
    notice(page, "Status saved")
    page.get_by_label("Follow up at").fill("2027-01-15T09:30")
    page.get_by_label("Owner").fill("Dana")
    page.locator(".next-form").get_by_role("button", name="Save").click()
    notice(page, "Owner and Follow-up saved")
    page.get_by_label("Add a note").fill("Wants a call\nafter lunch")
    page.get_by_role("button", name="Add the note").click()
    expect(page.locator(".note")).to_contain_text("after lunch")
    expect(page.get_by_label("Add a note")).to_be_focused()

    found = office.call(f"/leads/{lead}")["lead"]
    assert (found["status"], found["owner"]) == ("contacted", "Dana")
    assert found["next_follow_up_at"].startswith("2027-01-15T08:30:00")  # Berlin is an hour ahead
    assert [note["text"] for note in found["notes"]] == ["Wants a call\nafter lunch"]


def test_what_is_known_shows_the_words_in_the_very_message(
    office: Office, console: OpenConsole
) -> None:
    address = f"{uuid4().hex[:10]}@example.com"
    office.chat("Hello, what does a website cost?", f"My name is Ada Quill, {address}")
    lead = office.find(address)
    page = console(f"/console/leads/{lead['id']}")
    fact = page.locator("#fact-email")
    expect(fact.locator("q")).to_have_text(address)
    expect(fact).to_contain_text("not verified")
    beside = page.get_by_role("complementary", name="Conversation")
    expect(beside.get_by_text("what does a website cost?")).to_be_visible()
    expect(beside.locator("mark", has_text=address)).to_be_visible()

    fact.get_by_role("link", name="said in the chat").click()
    message = page.locator(f"[id='message-{lead['evidence']['email']['message_id']}']")
    expect(message).to_be_focused()
    expect(message).to_contain_text("My name is Ada Quill")


def test_why_the_assistant_said_it(office: Office, console: OpenConsole) -> None:
    word = new_name()
    conversation = office.chat(f"Hello from {word}")
    page = console("/console/conversations")
    page.keyboard.press("/")
    page.keyboard.type(word)
    expect(page.locator("tbody tr")).to_have_count(1)
    page.locator("tbody a").first.click()
    expect(page).to_have_url(re.compile(conversation))
    page.get_by_text("Why this reply").click()
    expect(page.locator(".trace")).to_contain_text("scripted")
    expect(page.locator(".trace").get_by_role("link", name=re.compile("version"))).to_be_visible()


def test_two_leads_are_compared_merged_and_parted_again(
    office: Office, console: OpenConsole
) -> None:
    address = f"{uuid4().hex[:10]}@example.com"
    first = office.lead(name="First Person", email=address)
    office.lead(name="Second Person", email=address, company="Second Ltd")
    page = console(f"/console/leads/{first}")
    expect(page.get_by_text("Possible duplicate")).to_be_visible()
    page.get_by_role("link", name="Compare").click()
    expect(page.get_by_role("row", name="Company")).to_contain_text("Second Ltd")
    page.get_by_role("button", name="Merge into this one").first.click()
    notice(page, "are one now")
    expect(page.locator("#fact-company")).to_contain_text("Second Ltd")

    page.get_by_role("button", name="Un-merge").click()
    notice(page, "apart again")
    expect(page.locator("#fact-company")).to_contain_text("not known yet")
    expect(page.get_by_text("Possible duplicate")).to_be_visible()
    assert len(office.call(f"/leads?q={address}")["leads"]) == 2


def test_the_leads_in_view_are_exported(office: Office, console: OpenConsole) -> None:
    owner = new_name()
    office.lead(owner=owner, name="In View")
    office.lead(name="Out Of View")
    page = console(f"/console/leads?owner={owner}")
    with page.expect_download() as started:
        page.get_by_role("link", name="JSON of these leads").click()
    leads = json.loads(started.value.path().read_text())

    assert "In View" in json.dumps(leads)
    assert "Out Of View" not in json.dumps(leads)
    with page.expect_download() as started:
        page.get_by_role("link", name="Excel of these leads").click()
    assert started.value.path().read_bytes().startswith(b"PK")


def test_a_report_is_written_and_downloaded(office: Office, console: OpenConsole) -> None:
    page = console("/console/reports")
    page.get_by_role("button", name="Write the report").click()
    notice(page, "is written")
    with page.expect_download() as started:
        page.locator("tbody a").first.click()

    assert started.value.suggested_filename.endswith(".xlsx")
    assert started.value.path().read_bytes().startswith(b"PK")


def test_the_instruction_is_compared_put_in_force_and_rolled_back(
    office: Office, console: OpenConsole
) -> None:
    before = office.call("/system-instruction")
    page = console("/console/instruction")
    box = page.get_by_label("Instruction", exact=True)
    expect(box).to_have_value(before["system_instruction"])
    box.fill(before["system_instruction"] + "\nSay good morning.")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".diff .added")).to_contain_text("Say good morning.")
    expect(page.locator(".diff .removed")).to_have_count(0)
    page.get_by_label("What was changed").fill("friendlier")
    page.get_by_role("button", name="Put in force").click()
    notice(page, "is in force")
    expect(page.locator(".versions li").first).to_contain_text("friendlier")
    assert office.call("/system-instruction")["system_instruction"].endswith("Say good morning.")

    link = page.get_by_role("link", name=f"Version {before['version']}", exact=True)
    link.click()
    expect(page.locator(".diff .added")).to_contain_text("Say good morning.")
    page.get_by_role("button", name=f"Put version {before['version']} in force again").click()
    notice(page, "is in force")
    now = office.call("/system-instruction")
    assert now["system_instruction"] == before["system_instruction"]
    assert now["version"] == before["version"] + 2


def test_a_text_that_is_not_saved_is_not_lost_by_a_slip(console: OpenConsole) -> None:
    page = console("/console/instruction")
    page.get_by_label("Instruction", exact=True).press_sequentially("x")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Health").click(no_wait_after=True)
    page.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    expect(page).to_have_url(re.compile("/console/instruction$"))


def test_a_meeting_is_moved_and_cancelled(office: Office, console: OpenConsole) -> None:
    title = new_name()
    office.call(
        "/saba/book-meeting",
        {"start": "2027-02-01T10:00", "end": "2027-02-01T10:30", "title": title},
    )
    page = console("/console/calendar")
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("main")).to_contain_text("1 February 2027, 10:00–10:30")
    page.get_by_label("Any time").fill("2027-02-01T14:15")
    page.get_by_role("button", name="Move", exact=True).click()
    notice(page, "Moved to Monday, 1 February 2027, 14:15")
    page.get_by_text("Cancel the meeting…").click()
    page.get_by_role("button", name=f"Yes, cancel {title}").click()
    notice(page, "Cancelled")
    expect(page.locator(".page-head")).to_contain_text("cancelled")
    expect(page.get_by_role("button", name="Move", exact=True)).to_have_count(0)


def test_a_time_that_is_taken_is_refused_beside_the_field(
    office: Office, console: OpenConsole, windows: Browsing
) -> None:
    windows.allow("status of 409")
    title = new_name()
    for day, name in (("08", "Other"), ("09", title)):
        times = {"start": f"2027-02-{day}T10:00", "end": f"2027-02-{day}T10:30"}
        office.call("/saba/book-meeting", {**times, "title": name})
    page = console("/console/calendar")
    page.get_by_role("link", name=title).click()
    page.get_by_label("Any time").fill("2027-02-08T10:15")
    page.get_by_role("button", name="Move", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("taken")
    expect(page.get_by_label("Any time")).to_have_value("2027-02-08T10:15")


def test_erasing_names_what_it_destroys_and_asks_first(
    office: Office, console: OpenConsole
) -> None:
    address = f"{uuid4().hex[:10]}@example.com"
    office.chat(f"My name is Una Gone, {address}")
    lead = office.find(address)["id"]
    page = console(f"/console/leads/{lead}")
    page.get_by_role("link", name="Erase…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("1 conversation")
    dialog.get_by_role("link", name="Keep them").click()
    expect(dialog).to_be_hidden()
    page.get_by_role("link", name="Erase…").click()
    dialog.get_by_role("button", name="Erase for good").click()
    notice(page, "was erased")
    assert office.call(f"/leads?q={address}")["leads"] == []


def test_every_form_works_without_scripts(office: Office, console: OpenConsole) -> None:
    lead = office.lead(company="Old Ltd")
    page = console(f"/console/leads/{lead}", java_script_enabled=False)
    page.locator("#fact-company summary").click()
    page.locator("#field-company").fill("New Ltd")
    page.locator("#fact-company").get_by_role("button", name="Save").click()
    expect(page.locator("#fact-company .fact-value")).to_have_text("New Ltd")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#fact-company .fact-value")).to_have_text("Old Ltd")
    page.get_by_label("Status").select_option("Won")
    page.get_by_role("button", name="Set status").click()
    expect(page.get_by_text("Status saved")).to_be_visible()
    page.get_by_role("link", name="Erase…").click()
    expect(page.get_by_role("button", name="Erase for good")).to_be_visible()


def test_a_script_that_a_visitor_writes_never_runs(office: Office, console: OpenConsole) -> None:
    address = f"{uuid4().hex[:10]}@example.com"
    bad = "<img src=x onerror=window.pwned=1><script>window.pwned=1</script>"
    conversation = office.chat(f"I'm Eve, {address} {bad}", page={"title": bad, "url": bad})
    lead = office.find(address)["id"]
    for path in (f"leads/{lead}", f"conversations/{conversation}", "leads", "today"):
        page = console(f"/console/{path}")
        page.wait_for_load_state("networkidle")
        if path != "leads" and path != "today":
            expect(page.get_by_text("onerror").first).to_be_visible()
        assert page.evaluate("window.pwned") is None


def test_who_was_signed_out_meanwhile_is_sent_to_sign_in(
    office: Office, windows: Browsing, console: OpenConsole
) -> None:
    windows.allow("status of 401")
    lead = office.lead()
    page = console(f"/console/leads/{lead}")
    page.wait_for_load_state("networkidle")
    page.context.clear_cookies()
    edit(page, "company", "Late Ltd")
    expect(page).to_have_url(re.compile(r"/console/sign-in\?next="))
    assert office.call(f"/leads/{lead}")["lead"]["company"] is None
