import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/** Lower-case words joined by hyphens, at most 63 characters. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The id of a check, level category, phase or track. */
export const id = () =>
  z.string().min(1).max(63).regex(ID_PATTERN, {
    error:
      'lower-case letters, digits and single hyphens, such as "data-schema"',
  });

/** A text on one line. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\S(.*\S)?$/, {
      error: 'a text on one line, without space around it',
    });

/** Markdown that is shown sanitised. */
export const markdown = (max: number) => z.string().min(1).max(max);

/** Whether a text is an absolute http or https address without credentials. */
export function isHttpUrl(value: string): boolean {
  try {
    const url = new URL(value);
    return (
      (url.protocol === 'http:' || url.protocol === 'https:') &&
      url.username === '' &&
      url.password === ''
    );
  } catch {
    return false;
  }
}

/** An absolute http or https address: anything else could run as script in a reader's browser. */
export const httpUrl = () =>
  z.string().max(2_048).refine(isHttpUrl, {
    error: 'an http or https URL without user name and password',
  });

/** A span of time, ISO 8601. */
export const duration = () =>
  z.iso.duration({ error: 'an ISO 8601 duration such as "P180D"' });

/** A calendar day. */
export const day = () => z.iso.date({ error: 'a day such as "2026-03-01"' });

/** A reference to a scaffolder template. */
export const templateRef = () =>
  z
    .string()
    .min(1)
    .max(300)
    .refine(
      value => {
        try {
          return (
            /^template:/i.test(value) &&
            parseEntityRef(value, { defaultNamespace: 'default' }).name !== ''
          );
        } catch {
          return false;
        }
      },
      {
        error: 'a template reference such as "template:default/add-monitoring"',
      },
    );
