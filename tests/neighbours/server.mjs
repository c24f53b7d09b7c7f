// Starts the neighbour on loopback, says on its first line where, and ends with its standard input.
//
//   node server.mjs [--first-knock rfc9421|draft-cavage-http-signatures-12] [--no-proofs]

import http from "node:http";
import { parseArgs } from "node:util";
import { Temporal } from "@js-temporal/polyfill";
import { commands } from "./control.mjs";
import { Neighbour } from "./neighbour.mjs";

globalThis.Temporal ??= Temporal;

const { values: options } = parseArgs({
  options: {
    "first-knock": { type: "string", default: "draft-cavage-http-signatures-12" },
    "no-proofs": { type: "boolean", default: false },
  },
});
const neighbour = new Neighbour(options["first-knock"], !options["no-proofs"]);

/** The dialect of a request's HTTP signature. */
const dialect = (headers) =>
  headers.has("signature-input") ? "rfc9421" : headers.has("signature") ? "cavage" : "none";

// Servers on loopback speak plain http; Fedify asks for https, and asks by name nothing else. And
// every request that leaves is noted.
const ask = globalThis.fetch;
globalThis.fetch = async (resource, init) => {
  const url = new URL(resource instanceof Request ? resource.url : resource);
  if (url.hostname === "localhost" && url.protocol === "https:") {
    url.protocol = "http:";
    resource = resource instanceof Request ? new Request(url, resource) : url;
  }
  const isRequest = resource instanceof Request;
  const method = isRequest ? resource.method : init?.method ?? "GET";
  const headers = isRequest ? resource.headers : new Headers(init?.headers);
  const noted = { method, url: url.href, dialect: dialect(headers) };
  const answer = await ask(resource, init);
  neighbour.sent.push({ ...noted, status: answer.status });
  return answer;
};

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

async function answer(request, origin) {
  const url = new URL(request.url, origin);
  const body = await bodyOf(request);
  if (url.pathname.startsWith("/control/")) return await control(url, body);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value].flat()) headers.append(name, one);
  }
  const hasBody = !["GET", "HEAD"].includes(request.method);
  const asked = new Request(url, {
    method: request.method, headers, body: hasBody ? body : undefined,
  });
  const ctx = neighbour.federation.createContext(new URL(origin), null);
  const text = body.toString();
  const response = await neighbour.federation.fetch(asked, { contextData: null });
  const noted = {
    method: request.method,
    path: url.pathname,
    dialect: dialect(headers),
    headers: Object.fromEntries(headers),
    status: response.status,
  };
  if (hasBody) {
    noted.body = JSON.parse(text);
    noted.proof = await neighbour.proof(ctx, text);
  }
  neighbour.requests.push(noted);
  return response;
}

async function control(url, body) {
  const ctx = neighbour.federation.createContext(new URL(url.origin), null);
  const command = commands(neighbour, ctx)[url.pathname.slice("/control/".length)];
  if (command == null) return Response.json({ error: "no such command" }, { status: 404 });
  try {
    return Response.json((await command(body.length === 0 ? {} : JSON.parse(body))) ?? null);
  } catch (error) {
    return Response.json({ error: String(error?.stack ?? error) }, { status: 500 });
  }
}

const server = http.createServer(async (request, response) => {
  try {
    const given = await answer(request, `http://localhost:${server.address().port}`);
    response.writeHead(given.status, Object.fromEntries(given.headers));
    response.end(Buffer.from(await given.arrayBuffer()));
  } catch (error) {
    neighbour.errors.push(String(error?.stack ?? error));
    response.writeHead(500).end();
  }
});
server.listen(0, "127.0.0.1", () => {
  console.log(`http://localhost:${server.address().port}`);
});
// Whoever started us holds the other end: when that process ends, however it does, we do too.
process.stdin.on("end", () => process.exit(0)).resume();
