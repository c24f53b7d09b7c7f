// How a text with marks will look, as the server makes it: below its field, while one writes.

/** Milliseconds without a key before the server is asked. */
const QUIET_TEXT = 500;

function looked(area) {
  const id = `${area.id}-look`;
  const shown = made("div", { class: "prose looked", id, role: "region", "aria-label": said.looks, dir: "auto", tabindex: "0", hidden: "" });
  const button = made("button", { type: "button", class: "look", "aria-expanded": "false", "aria-controls": id }, said.look);
  area.after(made("span", {}, button));
  area.closest("p").after(shown);
  let timer = 0;
  let asked = 0;
  const show = async () => {
    asked += 1;
    const own = asked;
    const body = new URLSearchParams({ csrf: area.form.elements.csrf.value, text: area.value });
    let answer = null;
    try {
      answer = await fetch(said.text, { method: "POST", body, redirect: "manual" });
    } catch {
      // Said below.
    }
    const isOurs = answer?.ok && answer.headers.get("content-type")?.startsWith("application/json");
    const told = isOurs ? await answer.json() : null;
    if (own !== asked) return;
    if (!told) return shown.replaceChildren(answer && answer.status < 500 ? said.out : said.away);
    // Made and cleaned by the server, from the same text and in the same way as the page of a case.
    const cleaned = document.createElement("template");
    cleaned.innerHTML = told.html;
    shown.replaceChildren(cleaned.content);
  };
  button.addEventListener("click", () => {
    shown.hidden = !shown.hidden;
    button.setAttribute("aria-expanded", String(!shown.hidden));
    if (!shown.hidden) show();
  });
  area.addEventListener("input", () => {
    clearTimeout(timer);
    if (!shown.hidden) timer = setTimeout(show, QUIET_TEXT);
  });
}

for (const area of document.querySelectorAll("textarea[data-look]:not([disabled])")) looked(area);
