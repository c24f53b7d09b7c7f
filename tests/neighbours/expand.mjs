// Expands documents as readers of linked data do: one JSON object { name, document } per line of
// standard input, one line { name, faults } of standard output each. No network: the contexts are
// the copies that Fedify's packages carry.

import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import jsonld from "jsonld";

const KONTOR = "https://w3id.org/kontor#";
const copies = new URL("node_modules/@fedify/vocab-runtime/src/contexts/", import.meta.url);
const contexts = new Map(Object.entries({
  "https://www.w3.org/ns/activitystreams": "activitystreams.json",
  "https://w3id.org/security/v1": "security-v1.json",
  "https://w3id.org/security/data-integrity/v1": "security-data-integrity-v1.json",
  "https://w3id.org/security/data-integrity/v2": "security-data-integrity-v2.json",
  "https://w3id.org/security/multikey/v1": "security-multikey-v1.json",
  "https://www.w3.org/ns/cid/v1": "cid-v1.json",
  "https://gotosocial.org/ns": "gotosocial.json",
}).map(([url, file]) => [url, JSON.parse(readFileSync(new URL(file, copies), "utf8"))]));

async function documentLoader(url) {
  const document = contexts.get(url);
  if (document == null) throw new Error(`the context ${url} would have to be fetched`);
  return { contextUrl: null, documentUrl: url, document };
}

const expand = (document, processingMode) =>
  jsonld.expand(document, { processingMode, documentLoader, base: "" });

/** Every value in a JSON value that is no list and no object, as text. */
function* leaves(value) {
  if (value == null) return;
  if (typeof value !== "object") yield String(value);
  else {
    for (const [key, part] of Object.entries(value)) {
      // A proof has a context of its own (FEP-8b32): names, nothing that is said.
      if (key !== "@context") yield* leaves(part);
    }
  }
}

/** A value that says the same whatever the order of keys. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value == null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

/** The objects below a value that have the key. */
function* holders(value, key) {
  if (value == null || typeof value !== "object") return;
  if (!Array.isArray(value) && key in value) yield value[key];
  for (const part of Object.values(value)) yield* holders(part, key);
}

async function faults(document) {
  const found = [];
  let one;
  let two;
  try {
    one = await expand(document, "json-ld-1.0");
    two = await expand(document, "json-ld-1.1");
  } catch (error) {
    return [`it does not expand: ${error.message}`];
  }
  if (JSON.stringify(sorted(one)) !== JSON.stringify(sorted(two))) {
    found.push("1.0 and 1.1 understand it differently");
  }
  if (one.length !== 1) found.push(`it expands to ${one.length} objects`);
  const keys = new Set(holders(one, "@type"));
  if (keys.size === 0) found.push("it has no type");
  // What stands in the document must be there still, whatever it is called now.
  const kept = new Set(leaves(one));
  for (const leaf of leaves(document)) {
    // A type is written as a term, or as `prefix:term`.
    const term = /^[a-z]+:(\w+)$/.exec(leaf)?.[1] ?? leaf;
    const whole = kept.has(leaf) || [...kept].some((value) => value.endsWith(`#${term}`));
    if (!whole) found.push(`${leaf.slice(0, 60)} is lost`);
  }
  const studies = [...holders(document, "caseStudy")];
  const understood = [...holders(one, `${KONTOR}caseStudy`)];
  if (studies.length !== understood.length) found.push("caseStudy is lost");
  for (const [at, study] of studies.entries()) {
    const terms = new Set(Object.keys(understood[at]?.[0] ?? {}).map((term) => term.replace(/^.*[#/]/, "")));
    for (const [term, value] of Object.entries(study)) {
      const empty = value == null || (Array.isArray(value) && value.length === 0);
      if (!empty && !terms.has(term)) found.push(`caseStudy.${term} is lost`);
    }
  }
  return found;
}

// Lines end at line feeds only: a text may hold U+2028.
for (const line of (await text(process.stdin)).split("\n")) {
  if (line === "") continue;
  const { name, document } = JSON.parse(line);
  console.log(JSON.stringify({ name, faults: await faults(document) }));
}
