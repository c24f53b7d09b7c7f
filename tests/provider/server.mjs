// An OpenID Connect provider (panva's oidc-provider) on loopback. Whoever comes is signed in at once as
// the person that a test named. It prints its origin, and ends with its standard input.
//
// POST /control/start  {redirects, claimsInToken}  a provider with new keys, which knows our client
// POST /control/person {sub, ...claims} or {deny: true}  who signs in from now on
// POST /control/bend   {claims, header, unsigned}  what is changed in every ID token from now on

import { createServer } from "node:http";
import { createHmac, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { Provider } from "oidc-provider";

const CLIENT = "kontor";
const SECRET = "a secret of the tests: +/%";

let provider, key, listener;
let person = {};
let bend = {};
const people = new Map();

const base64url = (value) => Buffer.from(value).toString("base64url");

function bent(token) {
  const parts = token.split(".").slice(0, 2);
  const [header, claims] = parts.map((part) => JSON.parse(Buffer.from(part, "base64url")));
  Object.assign(header, bend.header);
  Object.assign(claims, bend.claims);
  const text = [header, claims].map((part) => base64url(JSON.stringify(part))).join(".");
  if (bend.unsigned) return `${text}.`;
  const signature =
    header.alg === "HS256"
      ? createHmac("sha256", SECRET).update(text).digest()
      : sign("RSA-SHA256", Buffer.from(text), key);
  return `${text}.${base64url(signature)}`;
}

function start({ redirects, claimsInToken }) {
  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  key = pair.privateKey;
  const jwk = { ...key.export({ format: "jwk" }), kid: randomUUID(), alg: "RS256", use: "sig" };
  provider = new Provider(origin, {
    clients: [{ client_id: CLIENT, client_secret: SECRET, redirect_uris: redirects }],
    jwks: { keys: [jwk] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: !claimsInToken,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  });
  provider.use(async (context, next) => {
    await next();
    if (context.path === "/token" && context.body?.id_token) {
      context.body.id_token = bent(context.body.id_token);
    }
  });
  listener = provider.callback();
}

async function interact(request, response) {
  const { prompt, params, grantId } = await provider.interactionDetails(request, response);
  const finish = (result) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  if (person.deny) return finish({ error: "access_denied" });
  if (prompt.name === "login") return finish({ login: { accountId: person.sub } });
  const grant =
    (grantId && (await provider.Grant.find(grantId))) ||
    new provider.Grant({ accountId: person.sub, clientId: params.client_id });
  grant.addOIDCScope("openid email profile");
  return finish({ consent: { grantId: await grant.save() } });
}

const control = {
  "/control/start": start,
  "/control/person": (next) => {
    const { sub, ...claims } = (person = next);
    if (sub) people.set(sub, claims);
  },
  "/control/bend": (next) => (bend = next),
};

const server = createServer(async (request, response) => {
  try {
    const { pathname } = new URL(request.url, origin);
    if (control[pathname]) {
      let text = "";
      for await (const chunk of request) text += chunk;
      control[pathname](JSON.parse(text));
      return response.end("{}");
    }
    if (pathname.startsWith("/interaction/")) return await interact(request, response);
    return await listener(request, response);
  } catch (error) {
    response.writeHead(500).end(String(error?.stack ?? error));
  }
});

let origin;
server.listen(0, "127.0.0.1", () => {
  origin = `http://127.0.0.1:${server.address().port}`;
  console.log(origin);
  // Nobody reads further: what the library has to say of a provider in memory would end the process.
  for (const way of ["log", "info", "warn", "error"]) console[way] = () => {};
});
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
