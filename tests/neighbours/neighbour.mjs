// A small ActivityPub server made of Fedify: two people with inboxes and posts, whose every
// signature is checked and made by Fedify and not by us.

import { createFederation, exportJwk, generateCryptoKeyPair, MemoryKvStore } from "@fedify/fedify";
import { verifyObject } from "@fedify/fedify/sig";
import {
  Accept, Activity, Article, Create, Endpoints, Follow, Note, Person, PUBLIC_COLLECTION, Tombstone,
} from "@fedify/vocab";
import { describe } from "./describe.mjs";

export const PEOPLE = ["alice", "bob"];

/** One neighbour: what it knows, what it was sent, and the federation that speaks for it. */
export class Neighbour {
  /** Activities that Fedify verified, in order of arrival. */
  received = [];
  /** Requests to inboxes that Fedify did not believe, with the reason. */
  refused = [];
  /** What Fedify could not do with what it was sent. */
  errors = [];
  /** Requests we made, with their dialect and the answer. */
  sent = [];
  /** Objects we serve, by id: { kind: "Note" | "Article" | "Tombstone", object }. */
  objects = new Map();
  followers = new Map();
  /** Other accounts that people of ours name as theirs. */
  aliases = new Map();
  /** Activities of ours that can be taken back, by id. */
  acts = new Map();
  /** Requests that came to us and are not ours to command. */
  requests = [];

  /**
   * @param firstKnock the dialect a host we know nothing of is addressed in
   * @param proofs whether our activities carry integrity proofs (FEP-8b32)
   */
  constructor(firstKnock, proofs) {
    this.proofs = proofs;
    this.keys = new Map();
    this.federation = createFederation({
      kv: new MemoryKvStore(),
      allowPrivateAddress: true,
      firstKnock,
      userAgent: "kontor-neighbour/1",
    });
    this.#actors();
    this.#objects();
    this.#inboxes();
  }

  async #keyPairs(name) {
    if (!this.keys.has(name)) {
      const pairs = [await generateCryptoKeyPair("RSASSA-PKCS1-v1_5")];
      if (this.proofs) pairs.push(await generateCryptoKeyPair("Ed25519"));
      this.keys.set(name, pairs);
    }
    return this.keys.get(name);
  }

  #actors() {
    this.federation
      .setActorDispatcher("/users/{identifier}", async (ctx, identifier) => {
        if (!PEOPLE.includes(identifier)) return null;
        const keys = await ctx.getActorKeyPairs(identifier);
        return new Person({
          id: ctx.getActorUri(identifier),
          preferredUsername: identifier,
          name: `${identifier} of the neighbourhood`,
          summary: "<p>Reads what cities do.</p>",
          url: new URL(`/@${identifier}`, ctx.origin),
          inbox: ctx.getInboxUri(identifier),
          outbox: ctx.getOutboxUri(identifier),
          followers: ctx.getFollowersUri(identifier),
          endpoints: new Endpoints({ sharedInbox: ctx.getInboxUri() }),
          aliases: this.aliases.get(identifier) ?? [],
          publicKey: keys[0].cryptographicKey,
          assertionMethods: keys.map((pair) => pair.multikey),
        });
      })
      .setKeyPairsDispatcher((_, identifier) => this.#keyPairs(identifier));
    this.federation.setOutboxDispatcher("/users/{identifier}/outbox", (ctx, identifier) => ({
      items: [...this.objects.values()]
        .filter(({ object }) => object.attributionId?.href === ctx.getActorUri(identifier).href)
        .map(({ object }) => creation(ctx, identifier, object)),
    }));
    this.federation.setFollowersDispatcher("/users/{identifier}/followers", () => ({
      items: [...this.followers.values()],
    }));
  }

  #objects() {
    const serve = (type, path, name) =>
      this.federation.setObjectDispatcher(type, path, (_, { id }) => {
        const known = this.objects.get(id);
        return known?.kind === name ? known.object : null;
      });
    serve(Note, "/notes/{id}", "Note");
    serve(Article, "/articles/{id}", "Article");
    serve(Tombstone, "/gone/{id}", "Tombstone");
  }

  #inboxes() {
    this.federation
      .setInboxListeners("/users/{identifier}/inbox", "/inbox")
      .onError((_, error) => void this.errors.push(String(error?.stack ?? error)))
      .onUnverifiedActivity((_, activity, reason) => {
        this.refused.push({ id: activity.id?.href, reason: JSON.stringify(reason) });
      })
      .on(Activity, async (ctx, activity) => {
        if (activity instanceof Follow) await this.#accept(ctx, activity);
        this.received.push(await describe(activity, ctx));
      });
  }

  /** Whoever asks may follow. */
  async #accept(ctx, follow) {
    const name = ctx.parseUri(follow.objectId)?.identifier;
    const follower = await follow.getActor(ctx);
    if (name == null || follower?.id == null) return;
    this.followers.set(follower.id.href, follower);
    await ctx.sendActivity({ identifier: name }, follower, new Accept({
      id: new URL(`/accepts/${crypto.randomUUID()}`, ctx.origin),
      actor: ctx.getActorUri(name),
      object: follow,
    }));
  }

  /** Says by the raw bytes of a request whether an integrity proof is on it, and holds. */
  async proof(ctx, text) {
    const body = JSON.parse(text);
    if (body.proof == null) return "none";
    const verified = await verifyObject(Activity, body, ctx);
    return verified == null ? "broken" : "holds";
  }
}

/** The Create of a post. */
export function creation(ctx, name, object) {
  return new Create({
    id: new URL("#create", object.id),
    actor: ctx.getActorUri(name),
    object,
    tos: [PUBLIC_COLLECTION],
    ccs: [ctx.getFollowersUri(name)],
  });
}
