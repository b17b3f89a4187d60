import { describe, expect, it } from 'vitest';
import { addTags, cleanTag } from './tags';

const limits = { tags: 3, length: 10 };

describe('cleanTag', () => {
  it.each([
    ['  Hand  Made ', 'hand made'],
    ['#Bread', 'bread'],
    ['## ', ''],
    ['a\u0000b', 'a b'],
    ['E\u0301clair', '\u00e9clair'],
  ])('%j becomes %j', (raw, tag) => {
    expect(cleanTag(raw)).toBe(tag);
  });
});

describe('addTags', () => {
  it('takes several at once and no doubles', () => {
    expect(addTags(['wood'], 'Wood, oak\nOAK', limits)).toEqual({
      tags: ['wood', 'oak'],
      problem: null,
    });
  });

  it('says which one is over the limit and keeps the rest', () => {
    expect(addTags(['a', 'b'], 'c,d', limits)).toEqual({
      tags: ['a', 'b', 'c'],
      problem: { kind: 'too_many', text: 'd' },
    });
    expect(addTags([], 'ok, far too long a tag', limits)).toEqual({
      tags: ['ok'],
      problem: { kind: 'too_long', text: 'far too long a tag' },
    });
  });
});
