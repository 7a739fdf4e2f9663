import { FactDefinition, FactType } from '../types';

type Row = [path: string, type: FactType, description: string, unit?: string];

/** Fact definitions from rows, with an optional prefix for their paths. */
export function define(rows: Row[], prefix = ''): FactDefinition[] {
  return rows.map(([path, type, description, unit]) => ({
    path: prefix + path,
    type,
    description,
    ...(unit ? { unit } : {}),
  }));
}
