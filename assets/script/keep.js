// A form that saves itself: a moment after the last key, and when its page is left. What the server
// does not have yet is kept in the browser, and offered when the page is opened again.
//
// A save says what the form was like when the server last answered (`was`): so it changes what its
// person changed since, whatever others wrote meanwhile. A save of which nobody knows whether it
// arrived is sent once more as it was, before anything else.

/** Milliseconds without a change before a save. */
const QUIET = 2000;
/** Milliseconds until a failed save is tried again, at first and at most. */
const [SOON, LATE] = [4000, 60000];
/** A request that may outlive its page has at most 64 KiB. */
const LEAVING_BYTES = 60000;
/** What was never saved is forgotten after thirty days. */
const FORGOTTEN = 30 * 86400000;
const PREFIX = "kontor-draft:";
const OUR_OWN = ["csrf", "base", "then", "was"];

/** The fields of a form that people fill in. */
function ownFields(form) {
  return [...form.elements].filter(({ name, type, disabled }) => name && !OUR_OWN.includes(name) && !disabled && type !== "submit" && type !== "button");
}

/** What is in a form, as it is sent; `first`: as it came with the page. */
function valuesOf(form, first = false) {
  const values = new URLSearchParams();
  for (const element of ownFields(form)) {
    const { name, type } = element;
    if (type === "checkbox" || type === "radio") {
      if (first ? element.defaultChecked : element.checked) values.append(name, element.value);
    } else if (element.options) {
      const chosen = first ? ([...element.options].find((option) => option.defaultSelected) ?? element.options[0]) : element.selectedOptions[0];
      values.append(name, chosen?.value ?? "");
    } else {
      // As forms are sent: lines end with CR LF.
      values.append(name, (first ? element.defaultValue : element.value).replace(/\r?\n/g, "\r\n"));
    }
  }
  return values.toString();
}

/** All values under a name, as one text that can be compared. */
function under(values, name) {
  return JSON.stringify(values.getAll(name));
}

/** The names whose values differ. */
function differing(one, other) {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => under(one, name) !== under(other, name));
}

/** The browser's store, which people may have turned off or filled up. */
const store = {
  keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    } catch {
      return [];
    }
  },
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // Then nothing was kept either.
    }
  },
};

function keepItself(form) {
  const key = `${PREFIX}${form.dataset.keep}`;
  const line = made("p", { class: "saving", role: "status" });
  form.prepend(line);
  /** What the server has of this form, as far as we know. */
  let was = "unsaved" in form.dataset ? (form.elements.was?.value ?? "") : valuesOf(form, true);
  /** Whether the page itself is to say what cannot be kept. */
  let given = false;
  /** What was sent and not answered. */
  let pending = null;
  let saving = null;
  let timer = 0;
  let wait = SOON;

  const unsaved = () => pending !== null || valuesOf(form) !== was;
  const remember = () => store.set(key, { at: Date.now(), fields: valuesOf(form), was, pending });
  const settle = () => (unsaved() ? remember() : store.forget(key));
  const later = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };
  const say = (text, kind = "", ...more) => {
    line.className = `saving ${kind}`;
    line.replaceChildren(text, ...more);
  };

  /** Sends what is there. `saved`, `refused` (as it is it cannot be kept), or `failed`. */
  function save() {
    clearTimeout(timer);
    saving ??= send().finally(() => { saving = null; });
    return saving;
  }

  async function send() {
    while (unsaved()) {
      pending ??= valuesOf(form);
      remember();
      const body = new URLSearchParams(pending);
      const { csrf, base } = form.elements;
      for (const [name, value] of [["csrf", csrf.value], ["base", base.value], ["was", was], ["then", "auto"]]) body.append(name, value);
      const keepalive = body.toString().length < LEAVING_BYTES;
      let answer;
      try {
        answer = await fetch(form.action, { method: "POST", body, keepalive, redirect: "manual", signal: AbortSignal.timeout(20000) });
      } catch {
        return fail();
      }
      const isOurs = answer.headers.get("content-type")?.startsWith("application/json");
      const told = isOurs ? await answer.json().catch(() => null) : null;
      if (!told) return answer.status >= 500 || answer.status === 429 ? fail() : signedOut();
      if (!answer.ok) {
        // Nothing of it was kept. The next change is tried anew.
        pending = null;
        remember();
        say(`${said.unsaved} ${told.error}`, "bad");
        return "refused";
      }
      was = pending;
      pending = null;
      wait = SOON;
      settle();
      if (told.clashes > 0) say(`${said.clash} `, "bad", made("a", { href: told.href }, said.decide));
      else say(said.saved.replace("{time}", new Intl.DateTimeFormat(tongue, { timeStyle: "short" }).format(Date.now())), "good");
    }
    return "saved";
  }

  function fail() {
    const kept = remember();
    say(`${said.unsaved} ${said.away} ${kept ? said.kept : said.unkept}`, "bad");
    later(wait);
    wait = Math.min(wait * 2, LATE);
    return "failed";
  }

  function signedOut() {
    const kept = remember();
    const here = encodeURIComponent(location.pathname + location.search);
    say(`${said.unsaved} ${said.out} ${kept ? said.kept : said.unkept} `, "bad", made("a", { href: `/login?next=${here}` }, said.enter));
    return "failed";
  }

  /** Puts back what somebody typed earlier: only what they changed then, and told from what it was then. */
  function restore(kept) {
    const [fields, then, now] = [kept.fields, kept.was, was].map((text) => new URLSearchParams(text));
    const arrived = new URLSearchParams(kept.pending ?? "");
    const names = differing(fields, then);
    const start = new URLSearchParams();
    for (const name of new Set([...now.keys(), ...then.keys()])) {
      // A save that nobody heard of again, and that arrived: it starts from there.
      const heard = !names.includes(name) || (kept.pending && under(arrived, name) === under(now, name));
      for (const value of (heard ? now : then).getAll(name)) start.append(name, value);
    }
    for (const element of ownFields(form)) {
      const { name, type } = element;
      if (!names.includes(name) || type === "hidden") continue;
      if (type === "checkbox" || type === "radio") element.checked = fields.getAll(name).includes(element.value);
      else if (fields.has(name)) element.value = fields.get(name);
    }
    was = start.toString();
    form.dispatchEvent(new Event("restored"));
  }

  /** What the browser kept of earlier visits, each with its own question. */
  function offer() {
    const left = store.get(key);
    if (left) {
      store.set(`${key}#${left.at}`, left);
      store.forget(key);
    }
    for (const one of store.keys().filter((other) => other.startsWith(`${key}#`))) {
      const kept = store.get(one);
      const sound = typeof kept?.fields === "string" && typeof kept.was === "string";
      const [fields, now] = [new URLSearchParams(kept?.fields), new URLSearchParams(was)];
      const differs = sound && differing(fields, new URLSearchParams(kept.was)).some((name) => under(fields, name) !== under(now, name));
      if (!differs) {
        store.forget(one);
        continue;
      }
      const when = new Intl.DateTimeFormat(tongue, { dateStyle: "medium", timeStyle: "short" }).format(kept.at);
      const [back, drop] = [said.back, said.drop].map((text) => made("button", { type: "button", class: "button small" }, text));
      const box = made("div", { class: "notice unsaved", role: "status" },
        made("p", {}, said.found.replace("{time}", when)), made("p", { class: "actions" }, back, " ", drop));
      form.before(box);
      const done = () => {
        store.forget(one);
        box.remove();
        form.querySelector("textarea, input:not([type=hidden])")?.focus();
      };
      back.addEventListener("click", () => {
        restore(kept);
        remember();
        done();
        later(0);
      });
      drop.addEventListener("click", done);
    }
  }

  const changed = ({ target }) => {
    if (!target.name) return;
    settle();
    later(QUIET);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  addEventListener("online", () => { if (unsaved()) later(0); });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && unsaved()) save();
  });
  // Leaving with text that neither the server nor the browser keeps is asked about.
  addEventListener("beforeunload", (event) => {
    if (unsaved() && !remember()) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    const { submitter } = event;
    if (!given && (saving || unsaved())) {
      event.preventDefault();
      save().then((became) => {
        given = became === "refused";
        if (became !== "failed") form.requestSubmit(submitter);
      });
      return;
    }
    clearTimeout(timer);
    for (const old of form.querySelectorAll("input[name=was]")) old.remove();
    form.append(made("input", { type: "hidden", name: "was", value: was }));
  });
  // A page that says what could not be kept has it in its fields.
  if ("unsaved" in form.dataset) remember();
  else offer();
}

for (const old of store.keys()) {
  if (Date.now() - (store.get(old)?.at ?? 0) > FORGOTTEN) store.forget(old);
}
for (const form of document.querySelectorAll("form[data-keep]")) keepItself(form);
