const TICK_MS = 10_000;

const seconds = since => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/**
 * Runs a step with a line at its begin and end, and one every ten seconds. A
 * result that counts failures ends with a cross.
 */
export async function step(title, work) {
  const since = Date.now();
  console.log(`• ${title} …`);
  const timer = setInterval(
    () => console.log(`  … ${title}: ${seconds(since)}`),
    TICK_MS,
  );
  try {
    const result = await work();
    const mark = result?.failed ? '✗' : '✓';
    console.log(`${mark} ${title}: ${seconds(since)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
