import {
  CheckStatus,
  CompiledRubric,
  FILTER_NONE,
  PortfolioFilter,
} from '@airworthy/plugin-ml-maturity-common';
import { Organisation } from './Organisation';
import { PortfolioRow, ResultPool } from './PortfolioRow';

type Test = (row: PortfolioRow) => boolean;

/** Statuses of what is missing. */
const MISSING: readonly CheckStatus[] = ['fail', 'unknown', 'error'];

/** Values of a row in one dimension; none where it has none. */
export type ValuesOf = (row: PortfolioRow) => readonly string[];

const lower = (text: string) => text.toLocaleLowerCase('en-US');
const one = (value: string | undefined) => (value ? [value] : []);

/** Domains that a row is in through its system. */
export function domainsOf(organisation: Organisation): ValuesOf {
  return ({ entity }) =>
    entity.system ? organisation.parents.get(entity.system) ?? [] : [];
}

function anyOf(values: Iterable<string>, valuesOf: ValuesOf): Test {
  const wanted = new Set([...values].map(lower));
  return row => {
    const has = valuesOf(row);
    return has.length === 0
      ? wanted.has(FILTER_NONE)
      : has.some(value => wanted.has(lower(value)));
  };
}

function checksOf(
  { rubric, checkIndex }: CompiledRubric,
  filter: PortfolioFilter,
): number[] | undefined {
  const { check, category, phase, checkLevel, status } = filter;
  if (!(check || category || phase || checkLevel || status)) return undefined;
  return rubric.checks
    .filter(
      ({ id, ...of }) =>
        (!check || check.includes(id)) &&
        (!category || category.includes(of.category)) &&
        (!phase || (of.phase !== undefined && phase.includes(of.phase))) &&
        (!checkLevel || checkLevel.includes(of.level)),
    )
    .map(({ id }) => checkIndex.get(id)!);
}

function hasStatus(
  pool: ResultPool,
  checks: readonly number[],
  statuses: readonly CheckStatus[],
): Test {
  const wanted = new Set(statuses);
  return row =>
    checks.some(check => {
      const result = pool.resultAt(row, check);
      return (
        result !== undefined &&
        (result.counted || result.status === 'not-applicable') &&
        wanted.has(result.status)
      );
    });
}

/** Turns a filter into a test of rows. */
export function compileFilter(
  filter: PortfolioFilter,
  options: {
    compiled: CompiledRubric;
    pool: ResultPool;
    organisation: Organisation;
    /** Whether the caller may know what is below a node. */
    mayDescend: (ref: string) => boolean;
  },
): Test {
  const { organisation, pool, compiled } = options;
  const below = (refs: readonly string[]) => {
    const known = refs.map(lower);
    return [...known, ...organisation.below(known.filter(options.mayDescend))];
  };
  const tests: Test[] = [];
  const add = (values: readonly string[] | undefined, valuesOf: ValuesOf) => {
    if (values) tests.push(anyOf(values, valuesOf));
  };
  add(filter.entityRef, row => [row.entityRef]);
  add(filter.owner && below(filter.owner), row => one(row.entity.owner));
  add(filter.system, row => one(row.entity.system));
  add(filter.domain && below(filter.domain), domainsOf(organisation));
  add(filter.lifecycle, row => one(row.entity.lifecycle));
  add(filter.task, row => one(row.entity.task));
  add(filter.framework, row => one(row.entity.framework));
  add(filter.track, row => one(row.entity.track));
  add(filter.tag, row => row.entity.tags);
  if (filter.level) {
    const levels = new Set(filter.level);
    tests.push(row => levels.has(row.level));
  }
  const checks = checksOf(compiled, filter);
  if (checks) tests.push(hasStatus(pool, checks, filter.status ?? MISSING));
  if (filter.text) {
    const text = lower(filter.text.trim());
    tests.push(row => row.searched.includes(text));
  }
  return row => tests.every(test => test(row));
}
