import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";

// As many connections as Firsthand's processes have threads.
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.PEER_CONNECTIONS),
  options: "-c TimeZone=UTC",
});
// A bigint counts rows here, and stays far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export const db = drizzle(pool);

const statements = new Map();

// Make a prepared statement at its first use; its name stands for its text in every connection.
export function prepared(name, build) {
  let statement = statements.get(name);
  if (!statement) {
    statement = build().prepare(name);
    statements.set(name, statement);
  }
  return statement;
}
