// What if: switches, the slider in time and folding change the page in place.
// Without this script the same form asks the server with its button.

import { renew } from "./reading.js";

const parts = ["#count", "#picture", "#more", "#receipt"];

export function whatIf(doc) {
  const form = doc.querySelector("[data-whatif]");
  if (!form) return;
  form.querySelector("button").hidden = true;
  slide(form);
  const ask = async (address) => {
    doc.defaultView.history.replaceState(null, "", address);
    await renew(doc, parts, address);
  };
  const changed = () => ask(`${doc.location.pathname}?${new URLSearchParams(new FormData(form))}`);
  doc.addEventListener("change", (event) => event.target.form === form && changed());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  doc.addEventListener("click", (event) => {
    const link = event.target.closest("[data-renew]");
    if (link) {
      event.preventDefault();
      keepCopies(form, new URL(link.href));
      return ask(link.href);
    }
    const hand = event.target.closest("[data-hand]")?.dataset.hand;
    const box = [...doc.querySelectorAll("input[name=without]")].find((b) => b.value === hand);
    box?.click();
  });
}

// keepCopies lets the next question keep copies folded or open.
function keepCopies(form, address) {
  let field = form.querySelector("[name=copies]");
  if (!field) {
    field = Object.assign(form.ownerDocument.createElement("input"), { type: "hidden", name: "copies" });
    form.append(field);
  }
  field.value = address.searchParams.get("copies") ?? "";
}

// slide turns the list of days into a slider, which moves with [ and ] too.
function slide(form) {
  const list = form.querySelector("select");
  if (!list) return;
  const doc = form.ownerDocument;
  const range = Object.assign(doc.createElement("input"), { type: "range", min: 0, max: list.options.length - 1 });
  range.value = list.selectedIndex;
  range.setAttribute("aria-label", "As it stood on");
  const day = doc.createElement("output");
  const tell = () => {
    day.textContent = list.selectedOptions[0].text;
    range.setAttribute("aria-valuetext", day.textContent);
  };
  range.addEventListener("input", () => {
    list.selectedIndex = range.value;
    tell();
    list.dispatchEvent(new Event("change", { bubbles: true }));
  });
  doc.addEventListener("keydown", (event) => {
    const step = { "[": -1, "]": 1 }[event.key];
    if (!step || event.target.matches("textarea, input[type=search]")) return;
    range.value = Number(range.value) + step;
    range.dispatchEvent(new Event("input"));
  });
  tell();
  list.hidden = true;
  list.after(range, day);
}
