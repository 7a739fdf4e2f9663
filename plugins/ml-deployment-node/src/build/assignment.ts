import { RenderRequest } from '../request/requestSchema';

/** A header as a router matches it. */
export interface HeaderMatch {
  name: string;
  kind: 'exact' | 'regex';
  value: string;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The header that tells the group of the candidate; a cookie is a part of one. */
export function headerMatchOf({ assignment }: RenderRequest): HeaderMatch {
  const { by, name, value } = assignment!;
  return by === 'header'
    ? { name, kind: 'exact', value }
    : {
        name: 'cookie',
        kind: 'regex',
        value: `^(.*;\\s*)?${escape(name)}=${escape(value)}(;.*)?$`,
      };
}
