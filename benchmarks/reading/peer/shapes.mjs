// Rows as the JSON that Firsthand's contract asks for, and the schemas that write it out.
const BASE = process.env.BASE_URL;
const PLAIN_WIDTH = 1280;
const EXCERPT_LENGTH = 200;
const PREFERENCE = ["image/avif", "image/webp", "image/gif", "image/jpeg", "image/png"];
const BLOCK_END = /<br\s*\/?>|<\/(?:p|li|ul|ol)>/gi;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&nbsp;": "\u00a0" };

// PostgreSQL's "2026-06-30 12:00:00.5+00" as "2026-06-30T12:00:00.500000Z".
export function isoTime(text) {
  if (text === null) return null;
  const dot = text.indexOf(".");
  const day = `${text.slice(0, 10)}T`;
  if (dot < 0) return `${day}${text.slice(11, -3)}Z`;
  return `${day}${text.slice(11, dot)}.${text.slice(dot + 1, -3).padEnd(6, "0")}Z`;
}

export function textOf(html) {
  const plain = html.replace(BLOCK_END, "\n").replace(/<[^>]*>/g, "");
  const words = plain.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity]);
  const lines = words.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  return lines.filter(Boolean).join("\n");
}

function excerptOf(text) {
  const words = text.replaceAll("\n", " ");
  if (words.length <= EXCERPT_LENGTH) return words;
  const cut = words.slice(0, EXCERPT_LENGTH);
  return `${cut.slice(0, cut.lastIndexOf(" ")).replace(/[,.;:]+$/, "")}…`;
}

const urlOf = (variant) => `${BASE}/media/${variant.path}`;
const srcsetOf = (sizes) => sizes.map((size) => `${urlOf(size)} ${size.width}w`).join(", ");
const plainOf = (sizes) => sizes.findLast((size) => size.width <= PLAIN_WIDTH) ?? sizes[0];

// By media type, the preferred first, each from the narrowest to the widest.
function byType(variants) {
  const types = [];
  for (const type of PREFERENCE) {
    const sizes = variants.filter((one) => one.type === type);
    if (sizes.length) types.push([type, sizes.sort((one, other) => one.width - other.width)]);
  }
  return types;
}

const shownPlainly = (types) => types.find(([type]) => type !== PREFERENCE[0]) ?? types[0];

export function pictureOf(image, alt) {
  const moving = image.variants.filter((one) => one.kind === "animation");
  const stills = image.variants.filter((one) => one.kind === "still");
  const posters = image.variants.filter((one) => one.kind === "poster");
  const types = byType(moving.length ? moving : stills);
  const sizes = shownPlainly(types)?.[1];
  const poster = image.animated ? shownPlainly(byType(posters.length ? posters : stills)) : undefined;
  return {
    id: image.id,
    alt,
    width: image.width,
    height: image.height,
    animated: image.animated,
    placeholder: image.placeholder,
    src: sizes ? urlOf(plainOf(sizes)) : "",
    srcset: sizes ? srcsetOf(sizes) : "",
    sources: types.map(([type, all]) => ({ type, srcset: srcsetOf(all) })),
    poster: poster ? urlOf(plainOf(poster[1])) : null,
  };
}

const avatarOf = (image) =>
  image?.state === "ready" ? pictureOf(image, image.description) : null;

export function postOf({ post, creator, avatar, tags }) {
  const text = textOf(post.content);
  return {
    id: post.id,
    title: post.title,
    content_text: text,
    excerpt: excerptOf(text),
    creator: { id: creator.id, name: creator.name, avatar: avatarOf(avatar) },
    tags: tags ?? [],
    availability: post.availability,
    created_at: isoTime(post.createdAt),
    last_edited: isoTime(post.lastEdited),
    published_at: isoTime(post.publishedAt),
    url: `${BASE}/post/${post.id}`,
  };
}

export const personOf = ({ user, avatar, count }) => ({
  id: user.id,
  name: user.name,
  avatar: avatarOf(avatar),
  bio: user.bio,
  created_at: isoTime(user.createdAt),
  post_count: count ?? 0,
});

const string = { type: "string" };
const integer = { type: "integer" };
const nullable = (schema) => ({ ...schema, nullable: true });
const object = (properties) => ({ type: "object", properties });
const listOf = (items) => ({ type: "array", items });

const picture = object({
  id: integer,
  alt: string,
  width: integer,
  height: integer,
  animated: { type: "boolean" },
  placeholder: string,
  src: string,
  srcset: string,
  sources: listOf(object({ type: string, srcset: string })),
  poster: nullable(string),
});
const creator = object({ id: integer, name: string, avatar: nullable(picture) });
const shared = {
  id: integer,
  title: string,
  content_text: string,
  excerpt: string,
  creator,
  tags: listOf(string),
  images: listOf(picture),
  availability: string,
  created_at: string,
  last_edited: string,
  published_at: nullable(string),
  url: string,
};

export const postSchema = object({ ...shared, content: string });
export const postPageSchema = object({
  results: listOf(object({ ...shared, image_count: integer })),
  next: nullable(string),
  previous: nullable(string),
});
export const personSchema = object({
  ...creator.properties,
  bio: string,
  created_at: string,
  post_count: integer,
});
export const sentSchema = object({
  id: integer,
  post: object({ id: integer, title: string }),
  user: nullable(object({ id: integer, name: string })),
  name: string,
  email: string,
  message: string,
  note: string,
  status: string,
  created_at: string,
  last_edited: string,
  token: string,
});
