// Reads what we give away with readers of other makes, and tells what they find wrong.

import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { Validator } from "@seriousme/openapi-schema-validator";
import { validateXML } from "xmllint-wasm";
import { asked, fault } from "./chromium.mjs";

const schema = (name) => ({
  fileName: name,
  contents: readFileSync(new URL(`../data/schemas/${name}`, import.meta.url), "utf8"),
});
const OAI = ["OAI-PMH.xsd", "oai_dc.xsd", "simpledc20021212.xsd", "xml.xsd", "answer.xsd"].map(schema);

const judges = {
  /** An answer of OAI-PMH, by the schemas of the protocol and of Dublin Core. */
  async oai(name, text) {
    const { errors } = await validateXML({
      xml: [{ fileName: "answer.xml", contents: text }],
      schema: [OAI.at(-1)],
      preload: OAI.slice(0, -1),
    });
    return errors.map((error) => error.message);
  },

  /** A reference in RIS: one item whose title is the case's. */
  ris(name, text, { title }) {
    const [item, ...more] = new Cite(text, { forceType: "@ris/file" }).data;
    if (more.length > 0) return [`${more.length + 1} items`];
    return item.title === title ? [] : [`its title is ${item.title}`];
  },

  /** A reference in CSL-JSON: nothing has to be corrected in it, and a style can print it. */
  csl(name, text, { title }) {
    const given = JSON.parse(text);
    const { data } = new Cite(given);
    const cited = new Cite(given).format("bibliography", { template: "vancouver", lang: "en-US" });
    const faults = [];
    for (const [at, item] of given.entries()) {
      for (const [key, value] of Object.entries(item)) {
        const read = JSON.stringify(data[at][key]);
        if (read !== JSON.stringify(value)) faults.push(`${key} is read as ${read}`);
      }
    }
    // Styles set their own quotation marks, and take <b> and the like for what to print in bold.
    const letters = (text) => text.replace(/<[^>]*>|[^\p{L}\p{N}]/gu, "");
    if (!letters(cited).includes(letters(title))) faults.push(`it prints as ${cited}`);
    return faults;
  },

  /** The description of the programming interface. */
  async openapi(name, text) {
    const { valid, errors } = await new Validator().validate(JSON.parse(text));
    return valid ? [] : [JSON.stringify(errors)];
  },
};

for (const { judge, name, text, ...more } of asked()) {
  try {
    for (const what of await judges[judge](name, text, more)) fault(name, what);
  } catch (error) {
    fault(name, `cannot be read: ${error}`);
  }
}
