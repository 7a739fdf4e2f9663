import type { DuckDBConnection } from '@duckdb/node-api';
import { literal, readRows } from '../data/database.ts';
import type { FlightInput } from '../model/types.ts';
import type { Period } from './periods.ts';

/** A flight with its outcome and the slices that it belongs to. */
export interface LabelledFlight extends FlightInput {
  delayed: boolean;
  part_of_day: string;
  origin_hub: string;
}

/** Reads flights of a period, in the order of the source. */
export function readFlights(
  connection: DuckDBConnection,
  { from, until }: Period,
): Promise<LabelledFlight[]> {
  return readRows<LabelledFlight>(
    connection,
    `SELECT delayed, origin, destination, distance, hour, day_of_week,
       recent_landings, recent_delay_rate, part_of_day, origin_hub
     FROM flights
     WHERE departed >= TIMESTAMP ${literal(from)}
       AND departed < TIMESTAMP ${literal(until)}
     ORDER BY flight`,
  );
}
