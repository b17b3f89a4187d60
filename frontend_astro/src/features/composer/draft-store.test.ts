import { beforeEach, describe, expect, it } from 'vitest';
import { DraftStore, EMPTY_DRAFT, isEmptyDraft, type LocalDraft, sameDraft } from './draft-store';
import { forgetDrafts } from './forget-drafts';

class MemoryStorage {
  readonly items = new Map<string, string>();
  get length() {
    return this.items.size;
  }
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (name: string) => this.items.get(name) ?? null;
  setItem = (name: string, value: string) => void this.items.set(name, value);
  removeItem = (name: string) => void this.items.delete(name);
}

const draft: LocalDraft = {
  title: 'A loaf a week',
  content: '<p>Rye.</p>',
  tags: ['bread'],
  images: [{ id: 3, alt: 'A dark loaf' }],
  savedAt: 1_700_000_000_000,
  baseEdited: null,
};

let storage: MemoryStorage;
beforeEach(() => {
  storage = new MemoryStorage();
});

describe('DraftStore', () => {
  it('gives back what was written, to the same person and post only', () => {
    expect(new DraftStore(storage, 1).write(null, draft)).toBe(true);
    expect(new DraftStore(storage, 1).read(null)).toEqual(draft);
    expect(new DraftStore(storage, 1).read(5)).toBeNull();
    expect(new DraftStore(storage, 2).read(null)).toBeNull();
  });

  it('forgets one draft when the server has it', () => {
    const store = new DraftStore(storage, 1);
    store.write(5, draft);
    store.remove(5);
    expect(store.read(5)).toBeNull();
  });

  it.each(['{', 'null', '[]', '{"title":1}', '{"title":"a","content":"b"}'])(
    'reads damaged text %j as no draft',
    (text) => {
      storage.setItem('firsthand.draft.1.new', text);
      expect(new DraftStore(storage, 1).read(null)).toBeNull();
    },
  );

  it('drops damaged pictures and tags and keeps the rest', () => {
    storage.setItem(
      'firsthand.draft.1.new',
      JSON.stringify({ ...draft, tags: ['a', 4], images: [{ id: 'x' }, { id: 2, alt: '' }] }),
    );
    expect(new DraftStore(storage, 1).read(null)).toMatchObject({
      tags: ['a'],
      images: [{ id: 2, alt: '' }],
    });
  });

  it('says so when the browser refuses', () => {
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(new DraftStore(storage, 1).write(null, draft)).toBe(false);
    expect(new DraftStore(null, 1).write(null, draft)).toBe(false);
  });
});

it('forgets every draft on leaving and nothing else', () => {
  storage.setItem('other', 'kept');
  new DraftStore(storage, 1).write(null, draft);
  new DraftStore(storage, 2).write(9, draft);
  forgetDrafts(storage);
  expect([...storage.items.keys()]).toEqual(['other']);
});

describe('comparing', () => {
  it('knows an empty draft', () => {
    expect(isEmptyDraft(EMPTY_DRAFT)).toBe(true);
    expect(isEmptyDraft({ ...EMPTY_DRAFT, content: '<p><br></p>' })).toBe(true);
    expect(isEmptyDraft(draft)).toBe(false);
  });

  it('looks only at what is editable, and at the order of pictures', () => {
    expect(sameDraft(draft, { ...draft, savedAt: 0 } as LocalDraft)).toBe(true);
    const two = [...draft.images, { id: 4, alt: '' }];
    expect(sameDraft({ ...draft, images: two }, { ...draft, images: [...two].reverse() })).toBe(
      false,
    );
  });
});
