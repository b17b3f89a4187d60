// The tables as Django's migrations make them: the columns that this server reads or writes.
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  varchar,
} from "drizzle-orm/pg-core";

const id = () => bigint("id", { mode: "number" }).primaryKey().generatedByDefaultAsIdentity();
const reference = (name) => bigint(name, { mode: "number" });
// As text: a Date would lose the microseconds.
const time = (name) => timestamp(name, { withTimezone: true, mode: "string" });

export const users = pgTable("accounts_user", {
  id: id(),
  email: varchar("email").notNull(),
  name: varchar("name").notNull(),
  bio: text("bio").notNull(),
  isActive: boolean("is_active").notNull(),
  suspendedAt: time("suspended_at"),
  createdAt: time("created_at").notNull(),
});

export const creators = pgTable("content_creator", {
  userId: reference("user_id").primaryKey(),
  liveCount: integer("live_count").notNull(),
});

export const avatars = pgTable("content_avatar", {
  userId: reference("user_id").primaryKey(),
  imageId: reference("image_id").notNull(),
});

export const images = pgTable("content_image", {
  id: id(),
  description: varchar("description").notNull(),
  state: varchar("state").notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  animated: boolean("animated").notNull(),
  placeholder: varchar("placeholder").notNull(),
  variants: jsonb("variants").notNull(),
});

export const posts = pgTable("content_post", {
  id: id(),
  creatorId: reference("creator_id").notNull(),
  title: varchar("title").notNull(),
  content: text("content").notNull(),
  availability: varchar("availability").notNull(),
  live: boolean("live").notNull(),
  createdAt: time("created_at").notNull(),
  lastEdited: time("last_edited").notNull(),
  publishedAt: time("first_published_at"),
});

export const gallery = pgTable("content_postimage", {
  id: id(),
  postId: reference("post_id").notNull(),
  imageId: reference("image_id").notNull(),
  alt: varchar("alt").notNull(),
  sortOrder: integer("sort_order"),
});

export const tags = pgTable("content_tag", {
  id: id(),
  name: varchar("name").notNull(),
  mergedInto: reference("merged_into_id"),
});

export const postTags = pgTable("content_posttag", {
  id: id(),
  postId: reference("content_object_id").notNull(),
  tagId: reference("tag_id").notNull(),
});

export const tagFeed = pgTable("content_tagfeed", {
  tagId: reference("tag_id").notNull(),
  publishedAt: time("published_at").notNull(),
  postId: reference("post_id").notNull(),
});

export const searchEntries = pgTable("content_searchentry", {
  postId: reference("post_id").primaryKey(),
  publishedAt: time("published_at").notNull(),
  vector: text("vector").notNull(),
});

export const blockedSenders = pgTable("engagement_blockedsender", {
  id: id(),
  userId: reference("user_id"),
  addressHash: varchar("address_hash").notNull(),
});

export const requests = pgTable("engagement_postrequest", {
  id: id(),
  postId: reference("post_id").notNull(),
  userId: reference("user_id"),
  name: varchar("name").notNull(),
  email: varchar("email").notNull(),
  message: text("message").notNull(),
  note: text("note").notNull(),
  status: varchar("status").notNull(),
  risk: smallint("risk").notNull(),
  signals: jsonb("signals").notNull(),
  textHash: varchar("text_hash").notNull(),
  createdAt: time("created_at").notNull().$defaultFn(() => sql`now()`),
  lastEdited: time("last_edited").notNull().$defaultFn(() => sql`now()`),
});

export const outbox = pgTable("engagement_outboxmessage", {
  id: id(),
  kind: varchar("kind").notNull(),
  to: varchar("to").notNull(),
  dedupeKey: varchar("dedupe_key").notNull(),
  requestId: reference("post_request_id"),
  data: jsonb("data").notNull(),
  createdAt: time("created_at").notNull().$defaultFn(() => sql`now()`),
  nextAttemptAt: time("next_attempt_at").notNull().$defaultFn(() => sql`now()`),
  attempts: smallint("attempts").notNull(),
  lastError: varchar("last_error").notNull(),
});
