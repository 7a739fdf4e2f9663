import { setTimeout as wait } from 'node:timers/promises';

/** Waits until a check answers with something truthy, and answers that. */
export async function until(
  what,
  check,
  { limitMs = 60_000, pauseMs = 250 } = {},
) {
  const since = Date.now();
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() - since > limitMs) {
      throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}.`);
    }
    await wait(pauseMs);
  }
}
