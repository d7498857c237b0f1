// Completion of a query: the server knows the fields and the names of the case.

const rest = 120; // milliseconds without a key before the server is asked

export function complete(doc) {
  const list = doc.querySelector("#completions");
  let timer = 0;
  for (const input of doc.querySelectorAll("[data-complete]")) {
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const field = input.dataset.complete; // whose value it takes, "" if it takes a query
        const query = field ? `${field}:"${input.value}` : input.value;
        const answer = await fetch(`/search/complete?q=${encodeURIComponent(query)}`);
        if (!answer.ok) return;
        const options = (await answer.json()).map((option) => (field ? option.slice(field.length + 2, -1) : option));
        list.replaceChildren(...options.map((value) => Object.assign(doc.createElement("option"), { value })));
      }, rest);
    });
  }
}
