/** Width and height of the drawing. */
export const SIZE = 520;

export const CENTRE = SIZE / 2;

/** Radii of the rings. */
export const RADII = {
  hub: 104,
  stepInner: 116,
  stepOuter: 202,
  phase: 214,
  phaseText: 227,
};

/** Room between phases and their parts in degrees, between steps in length. */
export const GAP = { phase: 5, part: 2, step: 3 };
