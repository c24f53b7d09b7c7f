// What Fedify understood of an object, in plain values: nothing here looks at the JSON itself.

import {
  Activity, Article, Collection, Hashtag, Image, isActor, Link, Note, Document, Object as APObject,
  Place, Tombstone,
} from "@fedify/vocab";

const text = (value) => value?.toString() ?? null;
const address = (value) => value?.href?.href ?? value?.href ?? null;

async function all(iterable) {
  const found = [];
  for await (const one of iterable) found.push(one);
  return found;
}

/** Plain values of an object; what stands in it by id only is not fetched. */
export async function describe(object, ctx) {
  if (object == null) return null;
  const base = { type: object.constructor.name, id: object.id?.href ?? null };
  if (object instanceof Activity) return { ...base, ...(await activity(object, ctx)) };
  if (isActor(object)) return { ...base, ...(await actor(object, ctx)) };
  if (object instanceof Collection) return { ...base, totalItems: object.totalItems };
  if (object instanceof Tombstone) return { ...base, deleted: text(object.deleted) };
  if (object instanceof APObject) return { ...base, ...(await post(object, ctx)) };
  return base;
}

async function activity(object, ctx) {
  const loaders = { ...ctx, suppressError: true };
  // An object that stands inside is read as it stands there; an id stays an id.
  const inside = await embedded(object, loaders);
  return {
    actor: object.actorId?.href ?? null,
    object: inside ?? object.objectId?.href ?? null,
    to: object.toIds.map((id) => id.href),
    cc: object.ccIds.map((id) => id.href),
    published: text(object.published),
  };
}

async function embedded(object, loaders) {
  let fetched = false;
  const nothing = async (url) => {
    fetched = true;
    throw new Error(`${url} is not to be fetched`);
  };
  const found = await object.getObject({
    ...loaders,
    documentLoader: nothing,
    contextLoader: loaders.contextLoader,
    suppressError: true,
  });
  return fetched || found == null ? null : await describe(found, loaders);
}

async function actor(object, ctx) {
  const keys = await all(object.getPublicKeys(ctx));
  const multikeys = await all(object.getAssertionMethods(ctx));
  return {
    preferredUsername: text(object.preferredUsername),
    name: text(object.name),
    summary: text(object.summary),
    url: address(object.url),
    inbox: object.inboxId?.href ?? null,
    outbox: object.outboxId?.href ?? null,
    followers: object.followersId?.href ?? null,
    featured: object.featuredId?.href ?? null,
    sharedInbox: object.endpoints?.sharedInbox?.href ?? null,
    keys: keys.map((key) => ({ id: key.id?.href, algorithm: key.publicKey?.algorithm.name })),
    multikeys: multikeys.map((key) => ({
      id: key.id?.href,
      algorithm: key.publicKey?.algorithm.name,
    })),
    manuallyApprovesFollowers: object.manuallyApprovesFollowers,
    discoverable: object.discoverable,
    indexable: object.indexable,
  };
}

async function post(object, ctx) {
  const tags = await all(object.getTags(ctx));
  const attachments = await all(object.getAttachments(ctx));
  const location = await object.getLocation(ctx);
  return {
    name: text(object.name),
    names: object.names.map(text),
    summary: text(object.summary),
    content: text(object.content),
    languages: object.contents.map((content) => content?.locale?.toString() ?? null),
    url: address(object.url),
    attribution: object.attributionId?.href ?? null,
    audience: object.audienceId?.href ?? null,
    to: object.toIds.map((id) => id.href),
    cc: object.ccIds.map((id) => id.href),
    replyTarget: object.replyTargetId?.href ?? null,
    replies: object.repliesId?.href ?? null,
    likes: object.likesId?.href ?? null,
    shares: object.sharesId?.href ?? null,
    published: text(object.published),
    updated: text(object.updated),
    mediaType: object.mediaType,
    sensitive: object.sensitive,
    location: location instanceof Place
      ? { name: text(location.name), latitude: location.latitude, longitude: location.longitude }
      : null,
    tags: tags.map((tag) => ({
      type: tag.constructor.name,
      name: text(tag.name),
      href: address(tag),
      hashtag: tag instanceof Hashtag,
    })),
    attachments: attachments.map((one) => ({
      type: one.constructor.name,
      name: text(one.name),
      url: one instanceof Link ? one.href?.href : address(one.url),
      mediaType: one.mediaType,
      picture: one instanceof Image || one instanceof Document,
    })),
    quoteUrl: object instanceof Note || object instanceof Article ? address(object.quoteUrl) : null,
  };
}
