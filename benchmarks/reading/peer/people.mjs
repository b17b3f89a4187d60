import { and, eq, sql } from "drizzle-orm";
import { db, prepared } from "./database.mjs";
import { picture } from "./posts.mjs";
import { personOf } from "./shapes.mjs";
import { avatars, creators, images, users } from "./tables.mjs";

export async function readPerson(id) {
  const [row] = await prepared("person", () =>
    db
      .select({
        user: { id: users.id, name: users.name, bio: users.bio, createdAt: users.createdAt },
        avatar: picture,
        count: creators.liveCount,
      })
      .from(users)
      .leftJoin(creators, eq(creators.userId, users.id))
      .leftJoin(avatars, eq(avatars.userId, users.id))
      .leftJoin(images, eq(images.id, avatars.imageId))
      .where(and(eq(users.id, sql.placeholder("id")), users.isActive)),
  ).execute({ id });
  return row ? personOf(row) : null;
}
