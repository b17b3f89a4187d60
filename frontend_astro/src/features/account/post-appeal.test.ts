import { describe, expect, it } from 'vitest';
import { mine } from '@/i18n/en/mine';
import { sayDay } from '@/lib/dates';
import { saidOf } from './post-appeal';

const words = mine.posts.appeal;
const appeal = { text: 'It is mine.', note: '', at: '2026-03-04T10:00:00Z', decided_at: null };

describe('saidOf', () => {
  it('says nothing where nobody appealed', () => {
    expect(saidOf(null)).toBe('');
    expect(saidOf({ appeal: null })).toBe('');
  });

  it('says since when an appeal waits', () => {
    expect(saidOf({ appeal: { ...appeal, state: 'open' } })).toContain(sayDay(appeal.at));
  });

  it('says how it ended', () => {
    expect(saidOf({ appeal: { ...appeal, state: 'dismissed' } })).toBe(words.dismissed);
    expect(saidOf({ appeal: { ...appeal, state: 'upheld' } })).toBe(words.upheld);
  });
});
