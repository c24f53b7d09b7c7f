// Cities are offered while one types, with what tells homonyms apart.

/** Milliseconds without a key before the register is asked. */
const QUIET_KEYS = 180;

function citySearch(form) {
  const input = form.querySelector("input[type=search]");
  const add = document.getElementById("add-city");
  const known = new Map();
  let last = 0;
  const offers = async (text) => {
    last += 1;
    const own = last;
    if (known.has(text)) return known.get(text);
    await new Promise((done) => setTimeout(done, QUIET_KEYS));
    if (own !== last) return null;
    const address = new URL(form.dataset.cities, location.href);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address, { headers: { accept: "application/json" } });
      if (!answer.ok || !answer.headers.get("content-type")?.startsWith("application/json")) return null;
      const found = (await answer.json()).map(({ id, name, place }) => ({ id, label: name, note: place }));
      known.set(text, found);
      return found;
    } catch {
      // The button beside the field searches as well, and says what is wrong.
      return null;
    }
  };
  combobox(input, {
    name: form.querySelector("label").textContent.trim(),
    offers,
    opens: false,
    enters: true,
    choose: ({ id, label }) => {
      input.value = label;
      add.elements.city.value = id;
      add.requestSubmit();
    },
  });
}

for (const form of document.querySelectorAll("form[data-cities]")) citySearch(form);
