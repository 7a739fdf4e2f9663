import { supportFor } from '@airworthy/plugin-ml-deployment-common';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { expectationOf } from './describeIssue';
import { RenderRequest, renderRequestSchema } from './requestSchema';
import { listRequestProblems } from './requestRules';

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .map(key => `${[...issue.path, key].join('.')}: expected no such field`)
      .join('; ');
  }
  const field = issue.path.map(String).join('.') || 'request';
  return `${field}: expected ${expectationOf(issue)}, was ${shown(
    issue.input,
  )}`;
}

/**
 * Checks what manifests are to be made from.
 *
 * @throws InputError that names each field, what was expected, and what was there.
 */
export function parseRequest(input: unknown): RenderRequest {
  const result = renderRequestSchema.safeParse(input, { reportInput: true });
  if (!result.success) {
    throw new InputError(
      result.error.issues.slice(0, 10).map(sentence).join('; '),
    );
  }
  const request = result.data;
  const pair = supportFor(request.strategy, request.target);
  if (pair.support === 'none') {
    throw new InputError(
      `target: ${request.target} cannot carry out ${request.strategy}. ${
        pair.reason
      } Expected one of ${pair.instead.join(', ')}`,
    );
  }
  const problems = listRequestProblems(request);
  if (problems.length) throw new InputError(problems.join('; '));
  return request;
}
