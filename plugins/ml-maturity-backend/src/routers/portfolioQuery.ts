import { CHECK_STATUSES } from '@airworthy/plugin-ml-maturity-common';
import { z } from 'zod';
import {
  count,
  filterText,
  list,
  single,
  wholeNumber,
} from '@airworthy/plugin-ml-models-node';

const level = wholeNumber(0, 100);

/** Parameters that select models. */
export const filterShape = {
  rubric: single(z.string().min(1).max(63)).optional(),
  entityRef: list(filterText()).optional(),
  owner: list(filterText()).optional(),
  system: list(filterText()).optional(),
  domain: list(filterText()).optional(),
  lifecycle: list(filterText()).optional(),
  task: list(filterText()).optional(),
  framework: list(filterText()).optional(),
  track: list(filterText()).optional(),
  tag: list(filterText()).optional(),
  level: list(level, { commas: true }).optional(),
  check: list(filterText()).optional(),
  category: list(filterText()).optional(),
  phase: list(filterText()).optional(),
  checkLevel: list(level, { commas: true }).optional(),
  status: list(z.enum(CHECK_STATUSES), { commas: true }).optional(),
  text: single(z.string().max(200)).optional(),
};

const format = single(z.enum(['json', 'csv'])).optional();

const FIELDS = [
  'entityRef',
  'kind',
  'namespace',
  'name',
  'title',
  'owner',
  'system',
  'domain',
  'lifecycle',
  'task',
  'framework',
  'track',
  'tags',
  'level',
  'score',
  'waived',
  'counts',
  'evaluatedAt',
  'current',
  'checks',
] as const;

export const listQuery = z.strictObject({
  ...filterShape,
  sort: single(z.enum(['level', 'score', 'name', 'evaluatedAt'])).default(
    'name',
  ),
  order: single(z.enum(['asc', 'desc'])).default('asc'),
  limit: count(1, 500).default(50),
  cursor: single(z.string().max(2_000)).optional(),
  fields: list(z.enum(FIELDS), { commas: true }).optional(),
  format,
});

export const rollupQuery = z.strictObject({
  ...filterShape,
  by: single(
    z.enum(['owner', 'system', 'domain', 'lifecycle', 'task', 'track']),
  ),
  measure: single(z.enum(['level', 'score', 'category', 'phase', 'check'])),
  format,
});

export const trendQuery = z.strictObject({
  ...filterShape,
  days: count(1, 1_100).default(90),
});

export const gapQuery = z.strictObject({ ...filterShape, format });

export const moverQuery = z.strictObject({
  ...filterShape,
  days: count(1, 1_100).default(30),
  limit: count(1, 100).default(10),
});

export const expiringQuery = z.strictObject({
  ...filterShape,
  days: count(0, 1_100).default(30),
  pastDays: count(0, 1_100).default(30),
  limit: count(1, 1_000).default(100),
  format,
});

const texts = z.array(filterText()).min(1).max(200).optional();
const levels = z.array(z.int().min(0).max(100)).min(1).max(100).optional();

/** A filter within a body. */
export const filterBody = z.strictObject({
  entityRef: texts,
  owner: texts,
  system: texts,
  domain: texts,
  lifecycle: texts,
  task: texts,
  framework: texts,
  track: texts,
  tag: texts,
  level: levels,
  check: texts,
  category: texts,
  phase: texts,
  checkLevel: levels,
  status: z.array(z.enum(CHECK_STATUSES)).min(1).max(6).optional(),
  text: z.string().max(200).optional(),
});
