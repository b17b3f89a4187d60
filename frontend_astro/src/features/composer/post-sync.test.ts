import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toProblem } from '@/lib/problem';
import { type DraftFields, EMPTY_DRAFT } from './draft-store';
import { type PostPorts, PostSync, type Reply, type ServerAnswer } from './post-sync';

const fields = (title: string): DraftFields => ({ ...EMPTY_DRAFT, title });
const known = (title: string, etag = '"1"'): ServerAnswer => ({
  post: { ...fields(title), id: 9, last_edited: 'then' },
  etag,
});
const took = (title: string, etag = '"2"'): Reply => ({ ok: true, ...known(title, etag) });
const problem = (status: number): Reply => ({ ok: false, problem: toProblem(null, status) });

let ports: { [Name in keyof PostPorts]: ReturnType<typeof vi.fn<PostPorts[Name]>> };
let keys: number;
beforeEach(() => {
  keys = 0;
  ports = {
    create: vi.fn(),
    update: vi.fn(),
    fetch: vi.fn(),
    newKey: vi.fn(() => `key-${++keys}`),
  };
});

describe('creating', () => {
  it('creates once and updates from then on', async () => {
    ports.create.mockResolvedValue(took('A'));
    ports.update.mockResolvedValue(took('B', '"3"'));
    const sync = new PostSync(ports, null);
    expect(await sync.save(fields('A'))).toMatchObject({ kind: 'saved' });
    expect(sync.id).toBe(9);
    await sync.save(fields('B'));
    expect(ports.create).toHaveBeenCalledTimes(1);
    expect(ports.update).toHaveBeenCalledWith(9, fields('B'), '"2"');
  });

  it('repeats a creation whose answer was lost as it was, then sends what was typed since', async () => {
    ports.create.mockResolvedValueOnce(problem(0)).mockResolvedValueOnce(took('A'));
    ports.update.mockResolvedValue(took('AB'));
    const sync = new PostSync(ports, null);
    expect(await sync.save(fields('A'))).toMatchObject({ kind: 'problem' });
    expect(await sync.save(fields('AB'))).toMatchObject({ kind: 'saved', post: { title: 'AB' } });
    expect(ports.create.mock.calls).toEqual([
      [fields('A'), 'key-1'],
      [fields('A'), 'key-1'],
    ]);
    expect(ports.update).toHaveBeenCalledWith(9, fields('AB'), '"2"');
  });

  it('starts over with a new key after a refusal', async () => {
    ports.create.mockResolvedValueOnce(problem(400)).mockResolvedValueOnce(took('B'));
    const sync = new PostSync(ports, null);
    await sync.save(fields('A'));
    await sync.save(fields('B'));
    expect(ports.create.mock.calls[1]).toEqual([fields('B'), 'key-2']);
  });
});

describe('two editors', () => {
  it('goes on when only the version moved, not the words', async () => {
    ports.update.mockResolvedValueOnce(problem(412)).mockResolvedValueOnce(took('B', '"6"'));
    ports.fetch.mockResolvedValue(took('A', '"5"'));
    const sync = new PostSync(ports, known('A'));
    expect(await sync.save(fields('B'))).toMatchObject({ kind: 'saved' });
    expect(ports.update).toHaveBeenLastCalledWith(9, fields('B'), '"5"');
  });

  it('takes a picture that became ready meanwhile for no conflict', async () => {
    const images = [
      { id: 1, alt: 'a' },
      { id: 2, alt: 'b' },
    ];
    ports.update.mockResolvedValueOnce(took('A')).mockResolvedValueOnce(took('B', '"6"'));
    const shown = known('A', '"5"');
    ports.fetch.mockResolvedValue({
      ok: true,
      etag: '"5"',
      post: { ...shown.post, images: images.slice(1) },
    });
    const sync = new PostSync(ports, known('A'));
    await sync.save({ ...fields('A'), images });
    expect(await sync.save({ ...fields('B'), images })).toMatchObject({ kind: 'saved' });
    expect(sync.saved?.images).toEqual(images);
    // It asks for the version first, rather than run into the refusal that is to be expected.
    expect(ports.update).toHaveBeenLastCalledWith(9, { ...fields('B'), images }, '"5"');
  });

  it('stops at other words and overwrites them only once they were adopted', async () => {
    ports.update.mockResolvedValueOnce(problem(412)).mockResolvedValueOnce(took('B', '"6"'));
    ports.fetch.mockResolvedValue(took('Theirs', '"5"'));
    const sync = new PostSync(ports, known('A'));
    const result = await sync.save(fields('B'));
    expect(result).toMatchObject({ kind: 'conflict', theirs: { post: { title: 'Theirs' } } });
    expect(ports.update).toHaveBeenCalledTimes(1);
    if (result.kind === 'conflict') sync.adopt(result.theirs);
    expect(await sync.save(fields('B'))).toMatchObject({ kind: 'saved' });
    expect(ports.update).toHaveBeenLastCalledWith(9, fields('B'), '"5"');
  });

  it('hands every other problem on', async () => {
    ports.update.mockResolvedValue(problem(401));
    const sync = new PostSync(ports, known('A'));
    expect(await sync.save(fields('B'))).toMatchObject({
      kind: 'problem',
      problem: { status: 401 },
    });
  });
});
