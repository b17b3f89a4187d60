import { describe, expect, it } from 'vitest';
import {
  advance,
  isHere,
  isMoving,
  keptPictures,
  movePicture,
  newPicture,
  type Picture,
  removePicture,
  toPictureInputs,
  updatePicture,
} from './pictures';

const keys = (pictures: readonly Picture[]) => pictures.map((picture) => picture.key).join('');
const list = ['a', 'b', 'c', 'd'].map((key) => newPicture(key, `${key}.jpg`, null));

describe('order', () => {
  it('moves a picture forward and back', () => {
    expect(keys(movePicture(list, 'a', 2))).toBe('bcad');
    expect(keys(movePicture(list, 'd', 0))).toBe('dabc');
  });

  it('stops at the ends', () => {
    expect(keys(movePicture(list, 'b', -3))).toBe('bacd');
    expect(keys(movePicture(list, 'b', 99))).toBe('acdb');
  });

  it('leaves the list alone for a picture that has gone', () => {
    expect(keys(movePicture(list, 'x', 0))).toBe('abcd');
  });

  it('removes one', () => {
    expect(keys(removePicture(list, 'c'))).toBe('abd');
  });
});

describe('the way of one upload', () => {
  const picture = newPicture('a', 'a.gif', 'blob:a');

  it('goes from waiting to ready', () => {
    let now = advance(picture, { type: 'started' });
    now = advance(now, { type: 'progressed', progress: 0.4 });
    expect(now).toMatchObject({ state: 'uploading', progress: 0.4 });
    now = advance(now, { type: 'stored', id: 7 });
    expect(now).toMatchObject({ state: 'processing', id: 7, progress: 1 });
    now = advance(now, { type: 'ready', src: '/media/a.webp', animated: true });
    expect(now).toMatchObject({ state: 'ready', src: '/media/a.webp', animated: true });
  });

  it('never shows progress going backwards', () => {
    let now = advance(picture, { type: 'started' });
    now = advance(now, { type: 'progressed', progress: 0.8 });
    expect(advance(now, { type: 'progressed', progress: 0.3 }).progress).toBe(0.8);
  });

  it('is sent again after a failure, and only asked about when the server holds it', () => {
    const failed = advance(advance(picture, { type: 'started' }), {
      type: 'failed',
      reason: 'No.',
    });
    expect(advance(failed, { type: 'retried' })).toMatchObject({ state: 'waiting', reason: '' });
    const held = advance(
      { ...picture, state: 'processing', id: 7 },
      { type: 'failed', reason: 'No.' },
    );
    expect(advance(held, { type: 'retried' })).toMatchObject({ state: 'processing', id: 7 });
  });

  it('ignores what comes after a refusal', () => {
    const refused: Picture = { ...picture, state: 'rejected', reason: 'A video.' };
    expect(advance(refused, { type: 'ready', src: 'x', animated: false })).toBe(refused);
    expect(advance(refused, { type: 'retried' })).toBe(refused);
  });
});

describe('what the server is told', () => {
  const mixed: Picture[] = [
    { ...newPicture('a', 'a', null), id: 1, state: 'ready', alt: ' A bowl ' },
    { ...newPicture('b', 'b', null), id: 2, state: 'rejected' },
    { ...newPicture('c', 'c', null), state: 'uploading' },
    { ...newPicture('d', 'd', null), id: 4, state: 'processing' },
  ];

  it('keeps order and leaves out refused and unsent pictures', () => {
    expect(toPictureInputs(mixed)).toEqual([
      { id: 1, alt: 'A bowl' },
      { id: 4, alt: '' },
    ]);
    expect(keys(keptPictures(mixed))).toBe('ad');
  });

  it('knows when something is still on its way', () => {
    expect(isMoving(mixed)).toBe(true);
    expect(isMoving(mixed.filter(({ key }) => 'ab'.includes(key)))).toBe(false);
  });

  it('changes only the picture that is named', () => {
    const changed = updatePicture(mixed, 'd', (picture) => ({ ...picture, alt: 'New' }));
    expect(changed[3]?.alt).toBe('New');
    expect(changed[0]).toBe(mixed[0]);
  });
});

it('knows a picture that is here already', () => {
  const [first = newPicture('a', 'a.jpg', null), ...rest] = list;
  const pictures = [{ ...first, id: 7 }, ...rest];
  expect(isHere(pictures, 7)).toBe(true);
  expect(isHere(pictures, 8)).toBe(false);
  expect(isHere(list, 7)).toBe(false);
});
