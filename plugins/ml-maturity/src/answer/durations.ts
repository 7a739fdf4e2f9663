/** Units of a length of time, as people say it. */
export const DURATION_UNITS = [
  'hours',
  'days',
  'weeks',
  'months',
  'years',
] as const;

/** A unit of a length of time. */
export type DurationUnit = (typeof DURATION_UNITS)[number];

const LETTERS: Record<DurationUnit, string> = {
  hours: 'H',
  days: 'D',
  weeks: 'W',
  months: 'M',
  years: 'Y',
};

/** An ISO 8601 duration of an amount and a unit. */
export function toDuration(amount: number, unit: DurationUnit): string {
  return unit === 'hours' ? `PT${amount}H` : `P${amount}${LETTERS[unit]}`;
}

/** Amount and unit of an ISO 8601 duration that has only one. */
export function fromDuration(
  value: string,
): { amount: number; unit: DurationUnit } | undefined {
  const [, hours, amount, letter] =
    /^P(?:T(\d+)H|(\d+)([DWMY]))$/.exec(value) ?? [];
  if (hours) return { amount: Number(hours), unit: 'hours' };
  const unit = DURATION_UNITS.find(
    name => name !== 'hours' && LETTERS[name] === letter,
  );
  return unit && { amount: Number(amount), unit };
}
