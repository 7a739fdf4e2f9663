/** A share of 0 to 1 in whole percent; what is not known says so. */
export function formatShare(share: number | null | undefined): string {
  return share === null || share === undefined
    ? '–'
    : `${Math.round(share * 100)}%`;
}

/** A difference of two shares in percentage points, with its sign. */
export function formatPoints(difference: number): string {
  const points = Math.round(difference * 100);
  if (points === 0) return '±0';
  return `${points > 0 ? '+' : '−'}${Math.abs(points)}`;
}
