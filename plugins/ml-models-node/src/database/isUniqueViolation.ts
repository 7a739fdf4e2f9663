// Codes of SQLite and PostgreSQL for a row that is there already.
const CODES = new Set([
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  '23505',
]);

/** Whether a database refused a row because another one has its key. @public */
export function isUniqueViolation(error: unknown): boolean {
  return CODES.has((error as { code?: string })?.code ?? '');
}
