// Long lists to choose from get a field to search them. What is chosen stays in the boxes and in the
// select: forms are sent as ever.

/** Boxes to tick: a field to search them, what is chosen as chips, and all boxes folded below. */
function searchedTicks(fieldset) {
  const boxes = [...fieldset.querySelectorAll("input[type=checkbox]")];
  const heading = fieldset.querySelector("legend").textContent.trim();
  const choices = boxes.map((box) => {
    const label = box.closest("label").textContent.trim();
    const note = box.closest("details")?.querySelector("summary")?.textContent.trim() ?? "";
    return { box, label, note, folded: folded(`${label} ${note}`) };
  });
  const input = made("input", { type: "text", id: `${fieldset.id}-search`, maxlength: "80", dir: "auto" });
  const field = made("div", { class: "pick" }, made("label", { for: input.id }, said.search, made("span", { class: "vh" }, `: ${heading}`)), input);
  const chips = made("ul", { class: "chips picked", "aria-label": `${said.chosen}: ${heading}` });
  const all = made("details", { class: "all" }, made("summary", {}, said.all, made("span", { class: "vh" }, `: ${heading}`)));
  all.append(...fieldset.querySelectorAll(":scope > .boxes, :scope > details"));
  fieldset.append(field, chips, all);

  function set(box, on) {
    box.checked = on;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function chip({ box, label }) {
    const button = made("button", { type: "button", class: "chip" }, made("span", { dir: "auto" }, label), made("span", { class: "vh" }, ` – ${said.remove}`), made("span", { "aria-hidden": "true" }, " ×"));
    button.addEventListener("click", () => {
      set(box, false);
      input.focus();
    });
    return made("li", {}, button);
  }

  function show() {
    const chosen = choices.filter(({ box }) => box.checked);
    chips.replaceChildren(...chosen.map(chip));
    chips.hidden = chosen.length === 0;
  }

  combobox(input, {
    name: heading,
    offers: (text) => matching(choices.filter(({ box }) => !box.checked), text),
    choose: ({ box }) => {
      input.value = "";
      set(box, true);
    },
  });
  fieldset.addEventListener("change", ({ target }) => {
    show();
    // A target belongs to its goal, which is chosen with it.
    const { implies } = fieldset.dataset;
    if (!implies || !target.checked) return;
    const goal = document.querySelector(`#${implies} input[value="${target.value.split(".")[0]}"]`);
    if (goal && !goal.checked) {
      goal.checked = true;
      goal.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  fieldset.closest("form").addEventListener("restored", show);
  show();
}

/** A select with many choices: a field to search them. */
function searchedSelect(select) {
  const named = [...select.options].filter((option) => option.value !== "");
  const choices = named.map((option) => ({ option, label: option.label, note: "", folded: folded(`${option.label} ${option.value}`) }));
  const input = made("input", { type: "text", id: select.id, dir: "auto", maxlength: "80" });
  for (const name of ["aria-describedby", "aria-invalid", "class"]) {
    if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  }
  const label = select.labels[0]?.textContent.trim() ?? "";
  const field = made("span", { class: "pick" }, input);
  select.removeAttribute("id");
  select.required = false;
  select.hidden = true;
  select.after(field);
  const chosen = () => (select.value === "" ? "" : (select.selectedOptions[0]?.label ?? ""));
  const show = () => { input.value = chosen(); };
  const set = (value) => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    show();
  };
  combobox(input, {
    name: label,
    // What is chosen already is no search for itself.
    offers: (text) => matching(choices, text === chosen() ? "" : text),
    choose: ({ option }) => set(option.value),
  });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => {
    if (input.value.trim() === "" && select.value !== "") set("");
    else show();
  });
  select.form.addEventListener("restored", show);
  show();
}

for (const fieldset of document.querySelectorAll("fieldset[data-search]")) searchedTicks(fieldset);
for (const select of document.querySelectorAll("select[data-search]")) searchedSelect(select);
