const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
// Monitoring answers for nothing shorter.
const SHORTEST = 5 * MINUTE;

/**
 * The period that is compared: since the rollout began, or the last seven
 * days; no longer than monitoring may be asked for. It ends at a whole minute,
 * so that those who ask at about the same time share an answer.
 */
export function periodOf(
  startedAt: string | undefined,
  maxWindow: number,
  now: Date,
): { from: string; to: string } | { failure: string } {
  const end = Math.floor(now.getTime() / MINUTE) * MINUTE;
  const start = startedAt ? Date.parse(startedAt) : NaN;
  const from = Math.max(
    Number.isFinite(start) ? start : end - WEEK,
    end - maxWindow,
  );
  if (end - from < SHORTEST) {
    return {
      failure:
        from > now.getTime()
          ? `The rollout begins at ${startedAt}.`
          : 'The rollout began less than five minutes ago.',
    };
  }
  return {
    from: new Date(from).toISOString(),
    to: new Date(end).toISOString(),
  };
}
