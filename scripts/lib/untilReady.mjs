import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = 300;
const LIMIT_MS = 180_000;

async function answersOk(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Waits until every address answers with success, the program ends or three minutes pass. Answers whether they do. */
export async function untilReady(urls, child) {
  let ended = false;
  child.exited.then(() => {
    ended = true;
  });
  const since = Date.now();
  while (!ended && Date.now() - since < LIMIT_MS) {
    const ready = await Promise.all(urls.map(answersOk));
    if (ready.every(Boolean)) return true;
    await wait(PAUSE_MS);
  }
  return false;
}
