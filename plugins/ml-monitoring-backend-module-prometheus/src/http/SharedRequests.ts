interface Running {
  promise: Promise<unknown>;
  controller: AbortController;
  waiting: number;
}

/** Callers who ask the same at the same time share one request, which ends when the last of them leaves. */
export class SharedRequests {
  readonly #running = new Map<string, Running>();

  async run<T>(
    key: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    let running = this.#running.get(key);
    if (!running) {
      running = this.#start(key, work);
    }
    running.waiting++;
    return this.#wait(key, running, signal) as Promise<T>;
  }

  #start<T>(key: string, work: (signal: AbortSignal) => Promise<T>): Running {
    const controller = new AbortController();
    const promise = work(controller.signal);
    const running: Running = { promise, controller, waiting: 0 };
    this.#running.set(key, running);
    const forget = () => {
      if (this.#running.get(key) === running) this.#running.delete(key);
    };
    promise.then(forget, forget);
    return running;
  }

  #wait(key: string, running: Running, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        running.waiting--;
        if (running.waiting === 0) {
          this.#running.delete(key);
          running.controller.abort(signal.reason);
        }
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      running.promise
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', leave));
    });
  }
}
