// What a test may ask of the neighbour: look something up, do something, say what came.

import {
  Announce, Article, Block, Delete, EmojiReact, Flag, Follow, Like, lookupObject, Mention,
  Move, Note, PUBLIC_COLLECTION, Tombstone, Undo, Update,
} from "@fedify/vocab";
import { lookupWebFinger } from "@fedify/webfinger";
import { creation } from "./neighbour.mjs";
import { describe } from "./describe.mjs";

/** @returns {Record<string, (asked: any) => Promise<unknown>>} the commands, by name */
export function commands(neighbour, ctx) {
  const id = (kind, name) => new URL(`/${kind}/${name ?? crypto.randomUUID()}`, ctx.origin);
  const remote = (address) => lookupObject(address, { ...ctx, allowPrivateAddress: true });
  const url = (address) => (address == null ? undefined : new URL(address));

  /** Sends to one actor, at once; throws when it is not taken. */
  async function send(by, to, activity) {
    const before = neighbour.sent.length;
    const recipient = await remote(to);
    if (recipient == null) throw new Error(`${to} cannot be found`);
    await ctx.sendActivity({ identifier: by }, recipient, activity, { immediate: true });
    const posts = neighbour.sent.slice(before).filter((request) => request.method === "POST");
    return { id: activity.id.href, object: activity.objectId?.href ?? null, posts };
  }

  function written(type, path, asked) {
    const { by, name, content, title, inReplyTo, mention, published } = asked;
    const object = new type({
      id: id(path, name),
      attribution: ctx.getActorUri(by),
      content,
      name: title,
      replyTarget: url(inReplyTo),
      tos: [PUBLIC_COLLECTION],
      ccs: [ctx.getFollowersUri(by), ...(mention == null ? [] : [url(mention)])],
      tags: mention == null ? [] : [new Mention({ href: url(mention), name: "@someone" })],
      published: published == null ? Temporal.Now.instant() : Temporal.Instant.from(published),
      url: id(`pages/${path}`, name),
    });
    neighbour.objects.set(object.id.pathname.split("/").pop(), { kind: type.name, object });
    return object;
  }

  const simple = (type, path) => async ({ by, to, object }) => {
    const activity = new type({ id: id(path), actor: ctx.getActorUri(by), object: url(object) });
    neighbour.acts.set(activity.id.href, activity);
    return await send(by, to, activity);
  };

  return {
    handle: async ({ resource }) => ({
      webfinger: await lookupWebFinger(resource, { allowPrivateAddress: true }),
      object: await describe(await remote(resource), ctx),
    }),
    lookup: async ({ resource }) => describe(await remote(resource), ctx),
    received: async () => neighbour.received,
    refused: async () => neighbour.refused,
    errors: async () => neighbour.errors,
    requests: async () => neighbour.requests,
    sent: async () => neighbour.sent,

    follow: simple(Follow, "follows"),
    like: simple(Like, "likes"),
    boost: async ({ by, to, object }) => {
      const activity = new Announce({
        id: id("boosts"),
        actor: ctx.getActorUri(by),
        object: url(object),
        tos: [PUBLIC_COLLECTION],
        ccs: [ctx.getFollowersUri(by), url(to)],
        published: Temporal.Now.instant(),
      });
      neighbour.acts.set(activity.id.href, activity);
      return await send(by, to, activity);
    },
    react: async ({ by, to, object, content }) =>
      await send(by, to, new EmojiReact({
        id: id("reactions"), actor: ctx.getActorUri(by), object: url(object), content,
      })),
    block: simple(Block, "blocks"),
    flag: async ({ by, to, object, content }) =>
      await send(by, to, new Flag({
        id: id("flags"), actor: ctx.getActorUri(by), objects: [url(to), url(object)], content,
      })),
    alias: async ({ by, of }) => {
      neighbour.aliases.set(by, [url(of)]);
      return {};
    },
    move: async ({ by, to, target }) =>
      await send(by, to, new Move({
        id: id("moves"),
        actor: ctx.getActorUri(by),
        object: ctx.getActorUri(by),
        target: url(target),
      })),
    undo: async ({ by, to, activity }) =>
      await send(by, to, new Undo({
        id: id("undos"), actor: ctx.getActorUri(by), object: neighbour.acts.get(activity),
      })),
    note: async (asked) => {
      const note = written(Note, "notes", asked);
      return await send(asked.by, asked.to, creation(ctx, asked.by, note));
    },
    article: async (asked) => {
      const article = written(Article, "articles", asked);
      return await send(asked.by, asked.to, creation(ctx, asked.by, article));
    },
    edit: async ({ by, to, object, content }) => {
      const known = neighbour.objects.get(new URL(object).pathname.split("/").pop());
      const updated = Temporal.Now.instant();
      known.object = known.object.clone({ content, updated });
      return await send(by, to, new Update({
        id: id("updates"),
        actor: ctx.getActorUri(by),
        object: known.object,
        tos: [PUBLIC_COLLECTION],
        ccs: [ctx.getFollowersUri(by)],
      }));
    },
    remove: async ({ by, to, object }) => {
      neighbour.objects.delete(new URL(object).pathname.split("/").pop());
      return await send(by, to, new Delete({
        id: id("deletes"),
        actor: ctx.getActorUri(by),
        object: new Tombstone({ id: url(object), deleted: Temporal.Now.instant() }),
        tos: [PUBLIC_COLLECTION],
      }));
    },
    leave: async ({ by, to }) =>
      await send(by, to, new Delete({
        id: id("deletes"),
        actor: ctx.getActorUri(by),
        object: ctx.getActorUri(by),
        tos: [PUBLIC_COLLECTION],
      })),
  };
}
