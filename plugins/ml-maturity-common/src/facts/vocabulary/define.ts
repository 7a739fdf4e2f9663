import { FactDefinition, FactType } from '../types';

type Row = [
  path: string,
  type: FactType,
  title: string,
  description: string,
  unit?: string,
];

/** Fact definitions from rows, with an optional prefix for their paths. */
export function define(rows: Row[], prefix = ''): FactDefinition[] {
  return rows.map(([path, type, title, description, unit]) => ({
    path: prefix + path,
    type,
    title,
    description,
    ...(unit ? { unit } : {}),
  }));
}
