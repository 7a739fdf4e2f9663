/** Fills of bars: the first whole, the second hatched. */
export const barFill = (slot: number, patternId: string) =>
  slot === 0 ? 'var(--chart-1)' : `url(#${patternId})`;

/** The hatched fill of second bars. */
export const BarPattern = ({ id }: { id: string }) => (
  <pattern
    id={id}
    width={6}
    height={6}
    patternUnits="userSpaceOnUse"
    patternTransform="rotate(45)"
  >
    <rect width={6} height={6} fill="var(--chart-2)" fillOpacity={0.35} />
    <rect width={3} height={6} fill="var(--chart-2)" />
  </pattern>
);
