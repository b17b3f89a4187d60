// A guest's request: weighed, stored and its mail written down in one transaction, then queued.
import { createHmac } from "node:crypto";
import { and, eq, gte, ne, or, sql } from "drizzle-orm";
import { createClient } from "redis";
import { db } from "./database.mjs";
import { isoTime } from "./shapes.mjs";
import { blockedSenders, outbox, posts, requests, users } from "./tables.mjs";

const SECRET = process.env.SECRET_KEY;
const SAME_TEXT_LENGTH = 40;
const HOLD = 70;
const QUEUE = "peer-mail";

const LINK =
  /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|net|org|info|biz|xyz|top|ru|cn|io|shop|click|link)(?:\/\S*)?\b/i;
const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const MESSENGER = /\b(?:whats\s?app|telegram|t\.me|wa\.me|signal|viber|wechat|snapchat)\b/i;
const MONEY =
  /western union|money\s?gram|gift ?cards?|wire transfer|bank transfer|bitcoins?|crypto\w*|usdt|cash ?app|zelle|pay ?pal|cashier'?s che(?:que|ck)|courier will|my agent|shipping agent|send (?:you )?(?:the )?(?:money|payment)|upfront|investment|loan/i;

const queue = await createClient({ url: process.env.REDIS_URL }).connect();

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.statusCode = status;
  }
}

const hmac = (text) => createHmac("sha256", SECRET).update(text);

function hashOf(message) {
  const words = (message.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).join(" ");
  return words.length < SAME_TEXT_LENGTH ? "" : hmac(words).digest("hex");
}

function signalsInText({ name, email, message }) {
  const found = [];
  const others = (message.match(ADDRESS) ?? []).filter((one) => one.toLowerCase() !== email);
  if (LINK.test(message.replace(ADDRESS, " "))) found.push({ code: "links", points: 20 });
  if (LINK.test(name)) found.push({ code: "link_in_name", points: 45 });
  if (others.length) found.push({ code: "foreign_address", points: 20 });
  if (MESSENGER.test(message)) found.push({ code: "messenger", points: 20 });
  if (MONEY.test(message)) found.push({ code: "money", points: 25 });
  return found;
}

async function signalsOfSender(tx, { textHash, post, email }) {
  const found = [];
  if (textHash) {
    const recent = sql`now() - interval '30 days'`;
    const [{ times }] = await tx
      .select({ times: sql`count(DISTINCT ${requests.postId})`.mapWith(Number) })
      .from(requests)
      .where(
        and(
          eq(requests.textHash, textHash),
          gte(requests.createdAt, recent),
          ne(requests.postId, post),
        ),
      );
    if (times) found.push({ code: "same_text", points: times < 3 ? 10 : times < 10 ? 45 : 80 });
  }
  const suspended = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email.toLowerCase()), sql`${users.suspendedAt} IS NOT NULL`))
    .limit(1);
  if (suspended.length) found.push({ code: "suspended", points: 100 });
  const mailbox = email.toLowerCase().replace(/\+[^@]*@/, "@");
  const blocked = await tx
    .select({ id: blockedSenders.id })
    .from(blockedSenders)
    .leftJoin(users, eq(users.id, blockedSenders.userId))
    .where(
      or(
        eq(users.email, email.toLowerCase()),
        eq(blockedSenders.addressHash, hmac(mailbox).digest("hex")),
      ),
    )
    .limit(1);
  if (blocked.length) found.push({ code: "blocked_sender", points: 100 });
  return found;
}

async function lockedPost(tx, id) {
  const [post] = await tx
    .select({ id: posts.id, title: posts.title, availability: posts.availability, live: posts.live, isActive: users.isActive })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.creatorId))
    .where(eq(posts.id, id))
    .for("no key update", { of: posts });
  if (!post?.live) throw new Refused(404, "Not found.");
  if (!post.isActive || post.availability === "given") throw new Refused(409, "Closed.");
  return post;
}

export async function sendRequest({ post: id, name, email, message }) {
  const textHash = hashOf(message);
  const { post, request, mail } = await db.transaction(async (tx) => {
    const post = await lockedPost(tx, id);
    const signals = [
      ...signalsInText({ name, email, message }),
      ...(await signalsOfSender(tx, { textHash, post: id, email })),
    ];
    const risk = signals.reduce((sum, signal) => sum + signal.points, 0);
    const status = risk >= HOLD ? "held" : "unconfirmed";
    const values = { postId: id, name, email, message, note: "", status, risk, signals, textHash };
    const [request] = await tx.insert(requests).values(values).returning();
    const kind = risk >= HOLD ? "request_sent" : "request_confirm";
    const mail = await writeMail(tx, { kind, to: email, requestId: request.id });
    return { post, request, mail };
  });
  if (mail) await queue.lPush(QUEUE, JSON.stringify({ task: "send", id: mail }));
  return {
    id: request.id,
    post: { id: post.id, title: post.title },
    user: null,
    name,
    email,
    message,
    note: "",
    status: request.status === "held" ? "new" : request.status,
    created_at: isoTime(request.createdAt),
    last_edited: isoTime(request.lastEdited),
    token: tokenOf(request.id),
  };
}

async function writeMail(tx, { kind, to, requestId }) {
  const [row] = await tx
    .insert(outbox)
    .values({ kind, to, dedupeKey: `${kind}:${requestId}`, requestId, data: {}, attempts: 0, lastError: "" })
    .onConflictDoNothing({ target: outbox.dedupeKey })
    .returning({ id: outbox.id });
  return row?.id;
}

function tokenOf(id) {
  const text = `${id}~${Math.floor(Date.now() / 1000).toString(36)}`;
  return `${text}~${hmac(text).digest("base64url")}`;
}
