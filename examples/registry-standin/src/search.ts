/** An error as MLflow answers it. */
export class MlflowError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const missing = (message: string) =>
  new MlflowError(404, 'RESOURCE_DOES_NOT_EXIST', message);
export const invalid = (message: string) =>
  new MlflowError(400, 'INVALID_PARAMETER_VALUE', message);

interface Searchable {
  name: string;
  last_updated_timestamp: number;
  version?: string;
  tags?: { key: string; value: string }[];
}

const CONDITION =
  /^\s*(name|run_id|tags\.(?:`[^`]+`|[\w.]+))\s*(=|!=|LIKE)\s*(?:'([^']*)'|"([^"]*)")\s*$/i;

function like(pattern: string): RegExp {
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/%/g, '.*').replace(/_/g, '.')}$`, 's');
}

function condition(text: string): (item: Searchable) => boolean {
  const match = CONDITION.exec(text);
  if (!match) throw invalid(`Invalid clause(s) in filter string: ${text}`);
  const [, field, operator, single, double] = match;
  const wanted = single ?? double ?? '';
  const valueOf = (item: Searchable) => {
    if (field.startsWith('tags.')) {
      const key = field.slice(5).replace(/`/g, '');
      return item.tags?.find(tag => tag.key === key)?.value;
    }
    return (item as unknown as Record<string, string>)[field];
  };
  return item => {
    const value = valueOf(item);
    if (value === undefined) return false;
    if (operator === '=') return value === wanted;
    if (operator === '!=') return value !== wanted;
    return like(wanted).test(value);
  };
}

/** Conditions joined by AND, as MLflow's search knows them. */
export function filtered<T extends Searchable>(
  items: T[],
  filter: string | null,
): T[] {
  if (!filter) return items;
  // Quotes hold no AND of their own in the names that are served here.
  const conditions = filter.split(/\s+AND\s+/i).map(condition);
  return items.filter(item => conditions.every(holds => holds(item)));
}

const KEYS: Record<string, (item: Searchable) => string | number> = {
  name: item => item.name,
  last_updated_timestamp: item => item.last_updated_timestamp,
  version_number: item => Number(item.version),
};

/** Sorted by the clauses of `order_by`, and by name where they leave it open. */
export function ordered<T extends Searchable>(
  items: T[],
  clauses: string[],
): T[] {
  const orders = [...clauses, 'name ASC'].map(clause => {
    const [key, direction = 'ASC'] = clause.trim().split(/\s+/);
    if (!Object.hasOwn(KEYS, key)) {
      throw invalid(`Invalid order by key '${key}' specified.`);
    }
    return { value: KEYS[key], sign: /desc/i.test(direction) ? -1 : 1 };
  });
  return [...items].sort((a, b) => {
    for (const { value, sign } of orders) {
      const [x, y] = [value(a), value(b)];
      if (x !== y) return x < y ? -sign : sign;
    }
    return 0;
  });
}

/** One page, with the token of the next as MLflow writes it. */
export function paged<T>(
  items: T[],
  query: URLSearchParams,
  most: number,
): { items: T[]; next?: string } {
  const size = Number(query.get('max_results') ?? 100);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw invalid(
      `Invalid value for request parameter max_results. It must be at most ${most}, but got value ${size}`,
    );
  }
  const token = query.get('page_token');
  const offset = token
    ? JSON.parse(Buffer.from(token, 'base64').toString('utf8')).offset
    : 0;
  const end = offset + size;
  return {
    items: items.slice(offset, end),
    next:
      end < items.length
        ? Buffer.from(JSON.stringify({ offset: end })).toString('base64')
        : undefined,
  };
}
