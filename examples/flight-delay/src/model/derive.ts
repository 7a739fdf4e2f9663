import type { DerivedNumber, FlightInput, RecentPrior } from './types.ts';

/**
 * Works out a number of the model. `deriveSql` says the same to DuckDB; a
 * test holds both against each other.
 */
export function derive(
  name: DerivedNumber,
  input: FlightInput,
  prior: RecentPrior,
): number {
  switch (name) {
    case 'hours_since_four':
      // Delays build up over the day, and a late evening ends after midnight.
      return (input.hour + 20) % 24;
    case 'log_distance':
      return Math.log(input.distance);
    case 'recent_log_odds': {
      const delayed = (input.recent_delay_rate ?? 0) * input.recent_landings;
      const late = delayed + prior.rate * prior.strength;
      return Math.log(late / (input.recent_landings + prior.strength - late));
    }
    default:
      throw new Error(`Unknown number "${name satisfies never}"`);
  }
}

/** The same as an SQL expression over the columns of the input. */
export function deriveSql(name: DerivedNumber, prior: RecentPrior): string {
  switch (name) {
    case 'hours_since_four':
      return '((hour + 20) % 24)';
    case 'log_distance':
      return 'ln(distance)';
    case 'recent_log_odds': {
      const late = `(coalesce(recent_delay_rate, 0) * recent_landings + ${
        prior.rate * prior.strength
      }::DOUBLE)`;
      return `ln(${late} / (recent_landings + ${prior.strength} - ${late}))`;
    }
    default:
      throw new Error(`Unknown number "${name satisfies never}"`);
  }
}
