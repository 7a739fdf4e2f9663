/**
 * What a call answers, or an error when its time is up or the outer signal is
 * aborted. A call that ignores its signal is not waited for.
 */
export async function withinTime<T>(
  limitMs: number,
  outer: AbortSignal,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer.throwIfAborted();
  const controller = new AbortController();
  let stop = (_: Error) => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = error => {
      reject(error);
      controller.abort(error);
    };
  });
  const onAbort = () => stop(new Error('the backend is stopping'));
  outer.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(
    () => stop(new Error(`no answer within ${limitMs / 1_000} s`)),
    limitMs,
  );
  try {
    return await Promise.race([call(controller.signal), stopped]);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', onAbort);
  }
}
