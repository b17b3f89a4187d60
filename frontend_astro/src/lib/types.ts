/** The shapes of the API's answers, by the words the pages use. They come from its schema: `npm run types`. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type ImageSource = Schemas['Source'];
export type Picture = Schemas['Picture'];
export type PersonBrief = Schemas['Person'];
export type Person = Schemas['Profile'];
/** The signed-in person, as only they see themselves. */
export type Me = Schemas['Me'];
export type NotificationChoices = Schemas['MailChoices'];

export type Availability = Schemas['AvailabilityEnum'];
/** As its creator reads it, who is all the site tells: of a hidden post only moderators know. */
export type PostState = Exclude<Schemas['PostStateEnum'], 'hidden'>;
export type Review = Schemas['Review'];
/** What only a post's creator and moderators are told. */
type ForInsiders =
  | 'has_pending_changes'
  | 'can_submit'
  | 'can_withdraw'
  | 'review'
  | 'request_count'
  | 'unread_count';
type ToAnyone<T extends Pick<Schemas['Post'], ForInsiders>> = Omit<T, ForInsiders | 'state'> &
  Partial<Pick<T, ForInsiders> & { state: PostState }>;
/** A post in a list: its first image only, and no content. */
export type PostBrief = ToAnyone<Schemas['PostBrief']>;
export type Post = ToAnyone<Schemas['Post']>;
export type Tag = Schemas['Tag'];

export type RequestStatus = Schemas['RequestStatusEnum'];
/** As its creator and its sender read it, which are all the site shows it to: both see the address. */
export type PostRequest = Schemas['PostRequest'] & { email: string };
/** The answer to sending a request; a guest gets the token of its page. */
export type SentRequest = Schemas['SentRequest'] & { email: string };
export type Challenge = Schemas['Challenge'];

export type Site = Schemas['Site'];
export type SiteLimits = Schemas['Limits'];

export interface Page<T> {
  results: T[];
  next: string | null;
  previous: string | null;
}

/** A block of an editorial page. The schema leaves `value` open; what it holds follows from `type`. */
export type Block = { id: string } & (
  | { type: 'heading'; value: { text: string } }
  | { type: 'text'; value: { html: string } }
  | { type: 'image'; value: { image: Picture; caption: string } }
  | { type: 'quote'; value: { text: string; source: string } }
  | { type: 'cta'; value: { text: string; label: string; href: string } }
  | { type: 'faq'; value: { items: { question: string; answer_html: string }[] } }
  | { type: 'latest_posts'; value: { count: number; heading: string } }
);

export type EditorialPage = Omit<Schemas['Page'], 'blocks'> & { blocks: Block[] };
