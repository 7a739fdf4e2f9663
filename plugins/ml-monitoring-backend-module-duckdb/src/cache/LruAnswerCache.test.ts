import { LruAnswerCache } from './LruAnswerCache';

const forever = (signal: AbortSignal) =>
  new Promise<{ value: number }>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason)),
  );

describe('LruAnswerCache', () => {
  const cache = () => new LruAnswerCache({ maxEntries: 2 });
  const { signal } = new AbortController();
  const key = (log: string, question: unknown = 'q') => ({ log, question });

  it('computes once for callers at once and later, anew for another version, question or baseline', async () => {
    const answers = cache();
    let computed = 0;
    const compute = async () => {
      computed += 1;
      return { value: computed };
    };
    const ask = (k: { log: string; question: unknown; baseline?: string }) =>
      answers.answer(k, compute, signal);
    await Promise.all(Array.from({ length: 20 }, () => ask(key('1'))));
    expect(await ask(key('1'))).toEqual({ value: 1 });
    expect(await ask(key('2'))).toEqual({ value: 2 });
    expect(await ask(key('2', ['q', 'canary']))).toEqual({ value: 3 });
    expect(await ask({ ...key('2'), baseline: 'b' })).toEqual({ value: 4 });
    // The first was the least recently used of three.
    expect(await ask(key('1'))).toEqual({ value: 5 });
  });

  it('interrupts only when the last caller has gone, and starts anew then', async () => {
    const answers = cache();
    const callers = [new AbortController(), new AbortController()];
    const seen: AbortSignal[] = [];
    const compute = (inner: AbortSignal) => {
      seen.push(inner);
      return forever(inner);
    };
    const asked = callers.map(caller =>
      answers.answer(key('1'), compute, caller.signal),
    );
    callers[0].abort(new Error('first left'));
    await expect(asked[0]).rejects.toThrow('first left');
    expect(seen[0].aborted).toBe(false);
    callers[1].abort(new Error('second left'));
    await expect(asked[1]).rejects.toThrow('second left');
    expect(seen).toHaveLength(1);
    expect(seen[0].aborted).toBe(true);
    await expect(
      answers.answer(key('1'), async () => ({ value: 7 }), signal),
    ).resolves.toEqual({ value: 7 });
  });

  it('keeps no failure, and gives it to all who waited', async () => {
    const answers = cache();
    const compute = jest
      .fn()
      .mockRejectedValueOnce(new Error('broken'))
      .mockResolvedValue({ value: 1 });
    const asked = [1, 2].map(() => answers.answer(key('1'), compute, signal));
    await expect(asked[0]).rejects.toThrow('broken');
    await expect(asked[1]).rejects.toThrow('broken');
    expect(compute).toHaveBeenCalledTimes(1);
    await expect(answers.answer(key('1'), compute, signal)).resolves.toEqual({
      value: 1,
    });
  });
});
