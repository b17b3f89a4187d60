// Pages by an opaque cursor: where the last one ended, signed, so that nobody makes up their own.
import { createHmac, timingSafeEqual } from "node:crypto";

const BASE = process.env.BASE_URL;
const SECRET = process.env.SECRET_KEY;

export class BadCursor extends Error {
  statusCode = 400;
}

const sign = (text) => createHmac("sha256", SECRET).update(text).digest();

export function readCursor(text) {
  const [body, signature = ""] = text.split(".");
  const given = Buffer.from(signature, "base64url");
  const right = sign(body);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new BadCursor("cursor");
  const [backwards, at, id] = JSON.parse(Buffer.from(body, "base64url").toString());
  return { backwards, at, id };
}

function linkTo(row, backwards, { query, path }) {
  const place = JSON.stringify([backwards, row.place, row.post.id]);
  const body = Buffer.from(place).toString("base64url");
  const cursor = `${body}.${sign(body).toString("base64url")}`;
  return `${BASE}${path}?${new URLSearchParams({ ...query, cursor })}`;
}

// `found` has one row more than the page when there is another one behind it.
export function pageOf(found, { limit, cursor, query, path }) {
  const more = found.length > limit;
  const rows = found.slice(0, limit);
  const backwards = cursor?.backwards ?? false;
  if (backwards) rows.reverse();
  const hasNext = (backwards || more) && rows.length > 0;
  const hasPrevious = (backwards ? more : cursor !== null) && rows.length > 0;
  return {
    rows,
    next: hasNext ? linkTo(rows.at(-1), false, { query, path }) : null,
    previous: hasPrevious ? linkTo(rows[0], true, { query, path }) : null,
  };
}

