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

/** In their order, since a backend that is asked before it is ready logs an error. */
async function allAnswer(urls) {
  for (const url of urls) {
    if (!(await answersOk(url))) return false;
  }
  return true;
}

/** Waits until every address answers with success, the program ends or three minutes pass. Answers whether they do. */
export async function untilReady(urls, child) {
  let ended = false;
  child.exited.then(() => {
    ended = true;
  });
  const since = Date.now();
  while (!ended && Date.now() - since < LIMIT_MS) {
    if (await allAnswer(urls)) return true;
    await wait(PAUSE_MS);
  }
  return false;
}
