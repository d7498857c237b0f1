// Completion of a query: the server knows the fields and the names of the case.

const rest = 120; // milliseconds without a key before the server is asked

export function complete(doc) {
  const list = doc.querySelector("#completions");
  let timer = 0;
  for (const input of doc.querySelectorAll("[data-complete]")) {
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const answer = await fetch(`/search/complete?q=${encodeURIComponent(input.value)}`);
        if (!answer.ok) return;
        const options = await answer.json();
        list.replaceChildren(...options.map((value) => Object.assign(doc.createElement("option"), { value })));
      }, rest);
    });
  }
}
