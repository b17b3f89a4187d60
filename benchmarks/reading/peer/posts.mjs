// Posts in lists and one by one: ids from an index first, then what belongs to each by lateral joins.
import { and, asc, desc, eq, notInArray, sql } from "drizzle-orm";
import { db, prepared } from "./database.mjs";
import { readCursor, pageOf } from "./pages.mjs";
import { pictureOf, postOf } from "./shapes.mjs";
import {
  avatars,
  gallery,
  images,
  postTags,
  posts,
  searchEntries,
  tagFeed,
  tags,
  users,
} from "./tables.mjs";

const REFUSED = ["rejected", "held"];
const post = {
  id: posts.id,
  title: posts.title,
  content: posts.content,
  availability: posts.availability,
  createdAt: posts.createdAt,
  lastEdited: posts.lastEdited,
  publishedAt: posts.publishedAt,
};
const creator = { id: users.id, name: users.name };
export const picture = {
  id: images.id,
  description: images.description,
  state: images.state,
  width: images.width,
  height: images.height,
  animated: images.animated,
  placeholder: images.placeholder,
  variants: images.variants,
};

const names = () =>
  db
    .select({ names: sql`array_agg(${tags.name} ORDER BY ${postTags.id})`.as("names") })
    .from(postTags)
    .innerJoin(tags, eq(tags.id, postTags.tagId))
    .where(eq(postTags.postId, posts.id))
    .as("names");

const avatarOfUser = () =>
  db
    .select(picture)
    .from(avatars)
    .innerJoin(images, eq(images.id, avatars.imageId))
    .where(eq(avatars.userId, users.id))
    .as("avatar");

const shown = and(eq(gallery.postId, posts.id), notInArray(images.state, REFUSED));

// Places: id and time of publication of the posts on a page, one more than fits on it.
function placesOf(kind, { way, after }) {
  const beyond = way === desc ? sql`<` : sql`>`;
  const source =
    kind === "tag"
      ? { table: tagFeed, at: tagFeed.publishedAt, id: tagFeed.postId }
      : { table: posts, at: posts.publishedAt, id: posts.id };
  const conditions = {
    list: [posts.live],
    tag: [eq(tagFeed.tagId, sql.placeholder("tag"))],
  }[kind];
  if (after) {
    const [at, id] = [sql.placeholder("at"), sql.placeholder("id")];
    conditions.push(sql`(${source.at}, ${source.id}) ${beyond} (${at}::timestamptz, ${id}::bigint)`);
  }
  return db
    .select({ id: sql`${source.id}`.as("place_id"), at: sql`${source.at}`.as("place_at") })
    .from(source.table)
    .where(and(...conditions))
    .orderBy(way(source.at), way(source.id))
    .limit(sql.placeholder("limit"))
    .as("places");
}

// The best of the newest thousand posts that match.
function placesFound() {
  const { postId, publishedAt, vector } = searchEntries;
  const query = sql`to_tsquery('simple', ${sql.placeholder("query")})`;
  const newest = db
    .select({ id: postId, at: publishedAt, rank: sql`ts_rank(${vector}, ${query})`.as("rank") })
    .from(searchEntries)
    .where(sql`${vector} @@ ${query}`)
    .orderBy(desc(publishedAt), desc(postId))
    .limit(1000)
    .as("newest");
  return db
    .select({
      id: sql`${newest.id}`.as("place_id"),
      at: sql`${newest.at}`.as("place_at"),
      rank: sql`(${newest.rank} * 1000000)::integer`.as("place_rank"),
    })
    .from(newest)
    .orderBy(sql`place_rank DESC`, desc(newest.at), desc(newest.id))
    .limit(sql.placeholder("limit"))
    .as("places");
}

function pageStatement(kind, order) {
  const places = kind === "search" ? placesFound() : placesOf(kind, order);
  const avatar = avatarOfUser();
  const tagNames = names();
  const cover = db
    .select({ alt: gallery.alt, ...picture })
    .from(gallery)
    .innerJoin(images, eq(images.id, gallery.imageId))
    .where(shown)
    .orderBy(asc(gallery.sortOrder), asc(gallery.id))
    .limit(1)
    .as("cover");
  const counted = db
    .select({ count: sql`count(*)`.mapWith(Number).as("count") })
    .from(gallery)
    .innerJoin(images, eq(images.id, gallery.imageId))
    .where(shown)
    .as("counted");
  return db
    .select({
      place: places.at,
      post,
      creator,
      avatar: columnsOf(avatar, picture),
      tags: tagNames.names,
      cover: { alt: cover.alt, ...columnsOf(cover, picture) },
      count: counted.count,
    })
    .from(places)
    .innerJoin(posts, eq(posts.id, places.id))
    .innerJoin(users, eq(users.id, posts.creatorId))
    .leftJoinLateral(avatar, sql`true`)
    .leftJoinLateral(tagNames, sql`true`)
    .leftJoinLateral(cover, sql`true`)
    .leftJoinLateral(counted, sql`true`)
    .orderBy(
      ...(kind === "search" ? [desc(places.rank)] : []),
      order.way(places.at),
      order.way(places.id),
    );
}

const columnsOf = (query, columns) =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, query[name]]));

export async function listPosts(query, path) {
  const limit = query.limit ?? 20;
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
  const kind = query.tag !== undefined ? "tag" : query.q ? "search" : "list";
  const values = { limit: limit + 1, at: cursor?.at, id: cursor?.id };
  if (kind === "tag") values.tag = await idOfTag(query.tag);
  if (kind === "search") values.query = termsOf(query.q);
  const backwards = cursor?.backwards ?? false;
  const order = { way: backwards ? asc : desc, after: cursor !== null };
  const name = `posts-${kind}-${backwards ? "up" : "down"}-${cursor ? "after" : "first"}`;
  const found =
    values.tag === null || values.query === null
      ? []
      : await prepared(name, () => pageStatement(kind, order)).execute(values);
  const page = pageOf(found, { limit, cursor, query, path });
  return { ...page, results: page.rows.map(briefOf) };
}

function briefOf(row) {
  return {
    ...postOf(row),
    images: row.cover?.state === "ready" ? [pictureOf(row.cover, row.cover.alt)] : [],
    image_count: row.count,
  };
}

async function idOfTag(name) {
  const rows = await prepared("tag", () =>
    db
      .select({ id: sql`coalesce(${tags.mergedInto}, ${tags.id})`.mapWith(Number) })
      .from(tags)
      .where(eq(tags.name, sql.placeholder("name"))),
  ).execute({ name: name.toLowerCase().trim().replace(/\s+/g, " ") });
  return rows[0]?.id ?? null;
}

function termsOf(words) {
  const terms = (words.match(/[\p{L}\p{N}_]+/gu) ?? []).slice(0, 12);
  return terms.length ? `${terms.join(" & ")}:*` : null;
}

export async function readPost(id) {
  const [row] = await prepared("post", postStatement).execute({ id });
  if (!row) return null;
  const images = row.pictures.map((one) => pictureOf(one, one.alt));
  return { ...postOf(row), content: row.post.content, images };
}

function postStatement() {
  const avatar = avatarOfUser();
  const tagNames = names();
  const fields = Object.entries(picture).map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`);
  const one = sql`json_build_object('alt', ${gallery.alt}, ${sql.join(fields, sql`, `)})`;
  const pictures = db
    .select({
      list: sql`coalesce(json_agg(${one} ORDER BY ${gallery.sortOrder}), '[]')`.as("list"),
    })
    .from(gallery)
    .innerJoin(images, eq(images.id, gallery.imageId))
    .where(and(eq(gallery.postId, posts.id), eq(images.state, "ready")))
    .as("pictures");
  return db
    .select({
      post,
      creator,
      avatar: columnsOf(avatar, picture),
      tags: tagNames.names,
      pictures: pictures.list,
    })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.creatorId))
    .leftJoinLateral(avatar, sql`true`)
    .leftJoinLateral(tagNames, sql`true`)
    .leftJoinLateral(pictures, sql`true`)
    .where(and(eq(posts.id, sql.placeholder("id")), posts.live));
}
