// A field that offers choices while one types: the combobox with a listbox of the ARIA Authoring
// Practices. The field keeps the focus; aria-activedescendant says which choice is meant.

/** What these scripts say, in the language of the page. */
const said = document.getElementById("said")?.dataset ?? {};
const tongue = document.documentElement.lang;

/** A text with its number, as the page's language writes numbers. */
function counted(text, number) {
  return text.replace("{n}", new Intl.NumberFormat(tongue).format(number));
}

/** An element with attributes and what is in it. */
function made(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

/** Without accents and capitals, as people search. */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** Most choices of one list. */
const MOST_OFFERED = 50;
let pickers = 0;

/**
 * Makes a combobox of a text field. `offers` takes what was typed and gives choices with `label` and
 * `note`, at once or later, or null for no answer; `choose` takes the one that was chosen. `opens`:
 * whether an empty field offers something too. `enters`: whether Enter without a choice sends the form.
 */
function combobox(input, { name, offers, choose, opens = true, enters = false }) {
  pickers += 1;
  const id = `pick-${pickers}`;
  const list = made("ul", { role: "listbox", id, class: "offers", "aria-label": name, hidden: "" });
  const hits = made("span", { class: "vh", role: "status" });
  input.after(list, hits);
  for (const [key, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id,
    autocomplete: "off", autocapitalize: "none", spellcheck: "false",
  })) input.setAttribute(key, value);
  let shown = [];
  let active = -1;
  let asked = 0;

  function mean(at) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const option = list.children[at];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function close() {
    asked += 1;
    mean(-1);
    shown = [];
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
  }

  function take(at) {
    const offer = shown[at];
    if (!offer) return;
    close();
    hits.textContent = "";
    choose(offer);
  }

  function option(offer, at) {
    const line = made("li", { role: "option", id: `${id}-${at}`, "aria-selected": "false" }, made("span", { dir: "auto" }, offer.label));
    if (offer.note) line.append(" ", made("span", { class: "small" }, offer.note));
    line.addEventListener("click", () => take(at));
    return line;
  }

  async function open() {
    const text = input.value.trim();
    if (!opens && text === "") return close();
    asked += 1;
    const own = asked;
    const found = await offers(text);
    // Something else was typed meanwhile, or the field was left.
    if (own !== asked || found === null || document.activeElement !== input) return;
    mean(-1);
    shown = found.slice(0, MOST_OFFERED);
    list.replaceChildren(...shown.map(option));
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(shown.length > 0));
    hits.textContent = shown.length === 0 ? said.none : counted(said.hits, found.length);
  }

  // A choice must not take the focus from the field, or the field would close the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("input", open);
  input.addEventListener("click", () => { if (list.hidden) open(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", async (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const last = shown.length - 1;
    const down = event.key === "ArrowDown";
    if (down || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        await open();
        if (!event.altKey && shown.length > 0) mean(down ? 0 : shown.length - 1);
      } else if (event.altKey && !down) close();
      else if (down) mean(active === last ? 0 : active + 1);
      else mean(active <= 0 ? last : active - 1);
    } else if ((event.key === "Home" || event.key === "End") && active >= 0) {
      event.preventDefault();
      mean(event.key === "Home" ? 0 : last);
    } else if (event.key === "Enter") {
      if (active >= 0 || !enters) event.preventDefault();
      if (active >= 0) take(active);
    } else if (event.key === "Escape" && (!list.hidden || input.value !== "")) {
      event.preventDefault();
      if (list.hidden) input.value = "";
      close();
    }
  });
}

/** Choices that hold every typed word, those that begin with the first one before the others. */
function matching(choices, text) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const fitting = choices.filter((choice) => words.every((word) => choice.folded.includes(word)));
  const begins = (choice) => words.length > 0 && choice.folded.startsWith(words[0]);
  return [...fitting.filter(begins), ...fitting.filter((choice) => !begins(choice))];
}
