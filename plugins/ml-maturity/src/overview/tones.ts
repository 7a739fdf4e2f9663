/** A step of the shades. */
export type Tone = '0' | '1' | '2' | '3' | '4' | 'none';

/** The shade of a share of 0 to 1. */
export function toneOfShare(share: number | null | undefined): Tone {
  if (share === null || share === undefined) return 'none';
  return String(Math.min(Math.max(Math.floor(share * 5), 0), 4)) as Tone;
}

/** The shade of a level; the highest has the strongest. */
export function toneOfLevel(level: number, highest: number): Tone {
  return String(Math.round((level / Math.max(highest, 1)) * 4)) as Tone;
}
