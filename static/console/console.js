/* The console's islands: keys, dialogs, notices. Every page works without them. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (node) => node.closest("input, textarea, select, [contenteditable]");

  /* What only makes sense with scripts is hidden until they run, and the other way round. */
  const prepare = () => {
    const here = document.querySelector(".nav [aria-current]");
    if (here) here.closest("nav").scrollLeft = here.offsetLeft - 40;
    document.documentElement.dataset.scripts = "on";
    all("[data-opens], [data-dismiss]").forEach((node) => { node.hidden = false; });
    all("[data-without-scripts]").forEach((node) => { node.hidden = true; });
  };

  /* A row: j and k walk, Enter opens. */
  const rows = () => all("[data-row]").filter((row) => row.querySelector(".row-link"));
  let chosen = -1;
  const choose = (step) => {
    const found = rows();
    if (!found.length) return;
    const current = found.findIndex((row) => row.contains(document.activeElement));
    const from = current >= 0 ? current : chosen;
    chosen = Math.max(0, Math.min(found.length - 1, from + step));
    const link = found[chosen].querySelector(".row-link");
    link.focus();
    found[chosen].scrollIntoView({ block: "nearest" });
  };

  const open = (id) => {
    const dialog = document.getElementById(id);
    if (dialog && !dialog.open) dialog.showModal();
  };

  let going = false;
  const places = { t: "today", l: "leads", c: "conversations", k: "calendar", r: "reports", i: "instruction", h: "health" };
  const keys = {
    "/": () => { const box = document.querySelector("[data-search]"); if (box) { box.focus(); box.select(); } return Boolean(box); },
    "?": () => open("help"),
    j: () => choose(1),
    k: () => choose(-1),
    g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && event.target.matches("[data-search]")) { event.target.blur(); return; }
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    if (going && Object.hasOwn(places, event.key)) { location.assign(`/console/${places[event.key]}`); return; }
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (act && act() !== false) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const node = event.target.closest("[data-opens], [data-dismiss], [data-closes], [data-closes-dialog], a[href^='#message-']");
    if (!node) return;
    if (node.dataset.opens) { event.preventDefault(); open(node.dataset.opens); return; }
    if ("dismiss" in node.dataset) node.closest("[data-notice]").remove();
    if ("closes" in node.dataset) {
      const edit = node.closest("details");
      edit.open = false;
      edit.querySelector("summary").focus();
    }
    if ("closesDialog" in node.dataset && node.closest("dialog")) { event.preventDefault(); node.closest("dialog").close(); }
    if (node.matches("a[href^='#message-']")) {
      const message = document.getElementById(node.hash.slice(1));
      if (message) {
        event.preventDefault();
        message.tabIndex = -1;
        message.scrollIntoView({ block: "center" });
        message.focus({ preventScroll: true });
      }
    }
  });

  /* An editor that opens takes the focus; a choice is sent at once. */
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("details.edit") && event.target.open) {
      const field = event.target.querySelector("input:not([type=hidden]), textarea");
      if (field) { field.focus(); field.select(); }
    }
  }, true);
  document.addEventListener("change", (event) => {
    if ("submits" in event.target.dataset) event.target.form.requestSubmit();
  });

  /* What is empty does not stand in the address. */
  const isFilter = (form) => form && form.matches(".filters");
  document.addEventListener("formdata", (event) => {
    if (isFilter(event.target)) [...event.formData.entries()].forEach(([name, value]) => { if (!value) event.formData.delete(name); });
  });
  document.addEventListener("htmx:configRequest", (event) => {
    if (!isFilter(event.detail.elt.form)) return;
    const given = event.detail.parameters;
    Object.keys(given).forEach((name) => { if (!given[name]) delete given[name]; });
  });

  /* A text that is not saved is not lost by a slip. */
  let unsaved = false;
  document.addEventListener("input", (event) => { if (event.target.closest("[data-guards]")) unsaved = true; });
  document.addEventListener("submit", (event) => {
    unsaved = false;
    const button = event.submitter;
    if (button && "busy" in button.dataset) button.setAttribute("aria-busy", "true");
  });
  window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

  /* After a change in place the focus goes back to where it was made. */
  let back = null;
  document.addEventListener("htmx:beforeRequest", (event) => { back = event.detail.elt.dataset ? event.detail.elt.dataset.back || null : null; });
  document.addEventListener("htmx:afterSettle", () => {
    prepare();
    const wrong = document.querySelector("#main [aria-invalid=true]");
    const wanted = wrong || (back && document.getElementById(back));
    if (wanted && document.activeElement === document.body) wanted.focus();
    back = null;
  });
  /* The session may have ended meanwhile: its answer is a page of its own. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    const answer = event.detail.xhr;
    if (answer.status === 401 || new URL(answer.responseURL || location.href).pathname === "/console/sign-in") {
      event.detail.shouldSwap = false;
      location.assign(`/console/sign-in?next=${encodeURIComponent(location.pathname)}`);
    }
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", prepare); else prepare();
})();
