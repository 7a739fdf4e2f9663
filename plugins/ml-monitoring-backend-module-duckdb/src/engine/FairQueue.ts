interface Waiter {
  start: () => void;
}

/**
 * Lets so many pieces of work run at once. Who waits is served in turns by
 * group, so that a hundred questions about one deployment do not hold up one
 * about another.
 */
export class FairQueue {
  private readonly limit: number;
  private running = 0;
  /** In the order of turns: a Map keeps the order of insertion. */
  private readonly waiting = new Map<string, Waiter[]>();

  constructor(options: { limit: number }) {
    this.limit = options.limit;
  }

  async run<T>(
    group: string,
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    await this.enter(group, signal);
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      this.running -= 1;
      this.next();
    }
  }

  private async enter(group: string, signal: AbortSignal): Promise<void> {
    if (this.running < this.limit && this.waiting.size === 0) {
      this.running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const left = new AbortController();
      const waiter: Waiter = {
        start: () => {
          left.abort();
          resolve();
        },
      };
      signal.addEventListener(
        'abort',
        () => {
          this.remove(group, waiter);
          reject(signal.reason);
        },
        { once: true, signal: left.signal },
      );
      this.waiting.set(group, [...(this.waiting.get(group) ?? []), waiter]);
    });
  }

  private next(): void {
    while (this.running < this.limit) {
      const [turn] = this.waiting;
      if (!turn) return;
      const [group, [waiter]] = turn;
      this.remove(group, waiter, { toTheEnd: true });
      this.running += 1;
      waiter.start();
    }
  }

  private remove(
    group: string,
    waiter: Waiter,
    options: { toTheEnd?: boolean } = {},
  ): void {
    const left = (this.waiting.get(group) ?? []).filter(w => w !== waiter);
    if (!left.length || options.toTheEnd) this.waiting.delete(group);
    if (left.length) this.waiting.set(group, left);
  }
}
