/** What the reading pages ask of the API. */
import { callApi, type Visitor } from './api';
import type { Result } from './result';
import type { EditorialPage, Page, Person, Post, PostBrief, Site, Tag } from './types';

export interface PostFilter {
  q?: string | undefined;
  tag?: string | undefined;
  user?: number | undefined;
  availability?: string | undefined;
  cursor?: string | null | undefined;
  limit?: number;
}

const query = (parameters: Record<string, string | number | null | undefined>): string => {
  const given = Object.entries(parameters).filter(([, value]) => value != null && value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
};

export const listPosts = (visitor: Visitor, filter: PostFilter = {}) =>
  callApi<Page<PostBrief>>(visitor, `/api/post?${query({ limit: 24, ...filter })}`);

export const getPost = (visitor: Visitor, id: number) => callApi<Post>(visitor, `/api/post/${id}`);

export const getPerson = (visitor: Visitor, id: number) =>
  callApi<Person>(visitor, `/api/user/${id}`);

export const listTags = (
  visitor: Visitor,
  filter: { q?: string; cursor?: string | null; limit?: number } = {},
) => callApi<Page<Tag>>(visitor, `/api/tag?${query({ limit: 60, ...filter })}`);

/** The tag of live posts that this name means today: it may be an old name of it. */
export const getTag = (visitor: Visitor, name: string) =>
  callApi<Tag>(visitor, `/api/tag/${encodeURIComponent(name)}`);

export const getEditorialPage = (visitor: Visitor, path: string) =>
  callApi<EditorialPage>(visitor, `/api/page?${query({ path })}`);

/** The site's own settings. They are needed on most pages and change rarely, so a copy serves for a while. */
export async function getSite(visitor: Visitor): Promise<Result<Site>> {
  const now = Date.now();
  if (siteCopy && siteCopy.until > now) return { ok: true, data: siteCopy.site };
  const answer = await callApi<Site>(visitor, '/api/site');
  if (answer.ok) siteCopy = { site: answer.data, until: now + SITE_COPY_MS };
  return answer;
}

const SITE_COPY_MS = 30_000;
let siteCopy: { site: Site; until: number } | undefined;
