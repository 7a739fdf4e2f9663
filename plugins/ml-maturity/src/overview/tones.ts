/** A step of the shades. */
export type Tone = '0' | '1' | '2' | '3' | '4' | 'none';

/** The shade of a share of 0 to 1. */
export function toneOfShare(share: number | null | undefined): Tone {
  if (share === null || share === undefined) return 'none';
  return String(Math.min(Math.max(Math.floor(share * 5), 0), 4)) as Tone;
}

/** The shade of a level: from one that is seen on any ground to the strongest. */
export function toneOfLevel(level: number, highest: number): Tone {
  return String(Math.round(1 + (level / Math.max(highest, 1)) * 3)) as Tone;
}
