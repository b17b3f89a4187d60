/** The shapes of the API's answers, by the words the pages use. */

export interface ImageSource {
  type: string;
  srcset: string;
}

export interface Picture {
  id: number;
  alt: string;
  width: number;
  height: number;
  animated: boolean;
  placeholder: string;
  src: string;
  srcset: string;
  sources: ImageSource[];
  poster: string | null;
}

export interface PersonBrief {
  id: number;
  name: string;
  avatar: Picture | null;
}

export interface Person extends PersonBrief {
  bio: string;
  created_at: string;
  post_count: number;
}

export interface NotificationChoices {
  requests: boolean;
  reviews: boolean;
  reminders: boolean;
  news: boolean;
}

/** The signed-in person, as only they see themselves. */
export interface Me extends Person {
  email: string;
  email_verified: boolean;
  has_password: boolean;
  providers: string[];
  notifications: NotificationChoices;
  unread_requests: number;
  is_moderator: boolean;
}

export type Availability = 'open' | 'reserved' | 'given';
export type PostState =
  'draft' | 'in_review' | 'changes_requested' | 'live' | 'removed' | 'expired';

export interface Review {
  reason: string;
  code: string;
  at: string | null;
}

interface PostBase {
  id: number;
  title: string;
  content_text: string;
  excerpt: string;
  creator: PersonBrief;
  tags: string[];
  images: Picture[];
  availability: Availability;
  created_at: string;
  last_edited: string;
  published_at: string | null;
  url: string;
  /** The rest is there for the post's creator and moderators only. */
  state?: PostState;
  has_pending_changes?: boolean;
  review?: Review | null;
  request_count?: number;
  unread_count?: number;
}

/** A post in a list: its first image only, and no content. */
export interface PostBrief extends PostBase {
  image_count: number;
}

export interface Post extends PostBase {
  content: string;
}

export interface Tag {
  name: string;
  post_count: number;
}

export type RequestStatus =
  'unconfirmed' | 'held' | 'new' | 'read' | 'accepted' | 'declined' | 'withdrawn';

export interface PostRequest {
  id: number;
  post: { id: number; title: string };
  user: { id: number; name: string } | null;
  name: string;
  email: string;
  message: string;
  note: string;
  status: RequestStatus;
  created_at: string;
  last_edited: string;
}

/** The answer to sending a request; a guest gets the token of its page. */
export interface SentRequest extends PostRequest {
  token?: string;
}

export interface Page<T> {
  results: T[];
  next: string | null;
  previous: string | null;
}

export interface SiteLimits {
  upload_bytes: number;
  images_per_post: number;
  title_length: number;
  content_length: number;
  tags_per_post: number;
  tag_length: number;
  name_length: number;
  message_length: number;
  note_length: number;
}

export interface Site {
  name: string;
  tagline: string;
  disclaimer: string;
  review_mode: string;
  sign_in: { password: boolean; google: boolean };
  limits: SiteLimits;
  image_types: string[];
  reject_codes: { code: string; label: string }[];
}

export interface Challenge {
  algorithm: string;
  challenge: string;
  maxnumber: number;
  salt: string;
  signature: string;
}

export type Block = { id: string } & (
  | { type: 'heading'; value: { text: string } }
  | { type: 'text'; value: { html: string } }
  | { type: 'image'; value: { image: Picture; caption: string } }
  | { type: 'quote'; value: { text: string; source: string } }
  | { type: 'cta'; value: { text: string; label: string; href: string } }
  | { type: 'faq'; value: { items: { question: string; answer_html: string }[] } }
  | { type: 'latest_posts'; value: { count: number; heading: string } }
);

export interface EditorialPage {
  title: string;
  seo_title: string;
  seo_description: string;
  path: string;
  blocks: Block[];
  last_edited: string;
}
