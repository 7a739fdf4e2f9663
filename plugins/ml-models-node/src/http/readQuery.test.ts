import { Request } from 'express';
import { z } from 'zod';
import { count, filterText, list, readQuery, single } from './readQuery';

const schema = z.strictObject({
  limit: count(1, 50).default(20),
  owner: list(filterText(), { commas: true, max: 3 }).optional(),
  sort: single(z.enum(['name', 'since'])).optional(),
});
const read = (query: string) =>
  readQuery(schema, { originalUrl: `/list${query}` } as Request);

describe('the query of a request', () => {
  it('is read with its values, repeated or divided by commas', () => {
    expect(read('')).toEqual({ limit: 20 });
    expect(read('?owner=a&owner=b,c&limit=5&sort=name')).toEqual({
      limit: 5,
      owner: ['a', 'b', 'c'],
      sort: 'name',
    });
  });

  it.each([
    ['?limit=0', /^limit: /],
    ['?limit=1e9', /^limit: expected a whole number, was \["?1e9"?\]|^limit: /],
    ['?owner=a,b,c,d', /^owner: /],
    ['?sort=name&sort=since', /^sort: /],
    ['?colour=red', /^query: expected no field colour/],
    ['?__proto__=x', /^query: expected no field __proto__|^__proto__/],
  ])('is refused by its field: %s', (query, message) => {
    expect(() => read(query)).toThrow(message);
  });

  it('takes more values than a parser of queries would, as values', () => {
    const many = Array.from({ length: 30 }, (_, i) => `owner=${i}`).join('&');
    expect(() => read(`?${many}`)).toThrow(/^owner: /);
  });
});
