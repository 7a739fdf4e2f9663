interface LineStyle {
  colour: string;
  dash?: string;
  marker: number;
}

/** Told apart by dash and marker too, for those who see no difference in colour. */
export const LINE_STYLES: readonly LineStyle[] = [
  { colour: 'var(--chart-1)', marker: 4 },
  { colour: 'var(--chart-2)', dash: '6 4', marker: 3 },
  { colour: 'var(--chart-3)', dash: '2 3', marker: 5 },
  { colour: 'var(--chart-4)', dash: '10 4 2 4', marker: 3 },
  { colour: 'var(--chart-5)', dash: '1 5', marker: 4 },
];
