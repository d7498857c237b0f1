// Live progress of what is being read: the server tells how each work goes,
// and the page is fetched anew when one begins or ends.

export function progress(doc) {
  if (!doc.querySelector("#works")) return;
  const source = new EventSource("/reading/events");
  let states = statesOnPage(doc);
  source.onmessage = async (event) => {
    const { works: told, watches } = JSON.parse(event.data);
    const works = told ?? [];
    const now = [...works.map((w) => `${w.id} ${w.state}`), ...watches].join();
    if (now !== states) {
      states = now;
      await renew(doc, ["#works", "#watches", "#coverage", "#problems", ".foot"]);
    }
    works.filter((w) => w.state === "running").forEach((w) => show(doc, w));
  };
}

function statesOnPage(doc) {
  const works = [...doc.querySelectorAll("[data-work]")].map((e) => `${e.dataset.work} ${e.dataset.state}`);
  return [...works, ...[...doc.querySelectorAll("[data-watch]")].map((e) => e.dataset.watch)].join();
}

function show(doc, work) {
  const line = doc.querySelector(`[data-work="${work.id}"]`);
  const bar = line?.querySelector("progress");
  if (!bar) return;
  if (work.total) bar.value = (100 * work.done) / work.total;
  else bar.removeAttribute("value");
  line.querySelector(".stage").textContent = work.total ? `${work.stage} ${work.done} of ${work.total}` : work.stage;
}

// renew replaces parts of the page by what the server shows there now.
export async function renew(doc, parts, address = doc.location.href) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of parts) {
    const old = doc.querySelector(part);
    const now = fresh.querySelector(part);
    if (old && now) old.replaceWith(now);
  }
  return true;
}

// drop lets files fall anywhere on the page.
export function drop(doc) {
  const form = doc.querySelector("[data-drop]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  form.querySelector(".scripted").hidden = false;
  doc.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  doc.addEventListener("dragleave", () => form.classList.remove("over"));
  doc.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
