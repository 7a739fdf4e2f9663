import { z } from 'zod';
import {
  componentRef,
  dependencyRef,
  httpUrl,
  keyword,
  modelRef,
  ownerRef,
  systemRef,
  timestamp,
} from '../kinds/fields';

const accepts = (schema: z.ZodType) => (value: string) =>
  schema.safeParse(value).success;

export const isOwnerRef = accepts(ownerRef());
export const isSystemRef = accepts(systemRef());
export const isModelRef = accepts(modelRef());
export const isComponentRef = accepts(componentRef());
export const isDependencyRef = accepts(dependencyRef());
const isHttpUrl = accepts(httpUrl());
const isKeyword = accepts(keyword());
const isTimestamp = accepts(timestamp());

/** An address that entities may hold, or undefined. */
export function legalUrl(url: string | undefined): string | undefined {
  return url !== undefined && isHttpUrl(url) ? url : undefined;
}

/** A word of the vocabulary of tasks and aliases, or undefined where none is left of it. */
export function legalKeyword(text: string | undefined): string | undefined {
  const word = text
    ?.normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/[-._]*-[-._]*/g, '-')
    .replace(/([._])[._]+/g, '$1')
    .replace(/^[-._]+|[-._]+$/g, '');
  return word && isKeyword(word) ? word : undefined;
}

/** A moment in UTC, or undefined. */
export function legalTime(text: string | undefined): string | undefined {
  return text !== undefined && isTimestamp(text) ? text : undefined;
}

const TAG = /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/;

/** A tag as the catalog takes it, or undefined where none is left of it. */
export function legalTag(text: string): string | undefined {
  const tag = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9:+#]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return TAG.test(tag) && tag.length <= 63 ? tag : undefined;
}
