// Keys for everything that has one: an element says in data-key by which key
// it is reached; j and k walk through the lines of a list.

const waits = 900; // milliseconds for the second key of a pair

export function keys(doc) {
  let first = "";
  doc.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const pressed = first ? `${first} ${event.key}` : event.key;
    first = "";
    if (event.key === "g") {
      first = "g";
      setTimeout(() => (first = ""), waits);
      return;
    }
    if (pressed === "j" || pressed === "k") return walk(doc, pressed === "j" ? 1 : -1);
    const target = doc.querySelector(`[data-key="${CSS.escape(pressed)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("input")) target.focus();
    else target.click();
  });
}

function typing(element) {
  return element.matches("input:not([type=range]):not([type=checkbox]), textarea, select");
}

function walk(doc, step) {
  const lines = [...doc.querySelectorAll("[data-line]")];
  const at = lines.indexOf(doc.activeElement);
  const next = lines[at < 0 ? (step > 0 ? 0 : lines.length - 1) : at + step];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}
