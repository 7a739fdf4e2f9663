import { InputError } from '@backstage/errors';
import { RenderRequest } from './requestSchema';
import { usesKServe, usesRouteBeneath } from './traits';

const MOST = 63;

/** Names of the objects that are made from a request. */
export interface ObjectNames {
  base: string;
  stable: string;
  candidate: string;
  active: string;
  preview: string;
  checks: string;
  guardrails: string;
}

/* What the engines append themselves to the names that they are given. */
function engineSuffixes(request: RenderRequest): string[] {
  if (!usesKServe(request)) return [];
  const { target, namespace } = request;
  // The host of KServe's default domain template is one label.
  const host = `-predictor-${namespace}`;
  return target === 'kserve-knative'
    ? ['-predictor-00001', host]
    : ['-predictor', host];
}

function ownSuffixes(request: RenderRequest): string[] {
  const { strategy, target } = request;
  if (target.startsWith('argo-')) {
    if (strategy === 'rolling') return [];
    return strategy === 'blue-green'
      ? ['-active', '-preview', '-checks', '-guardrails']
      : ['-stable', '-canary', '-checks', '-guardrails'];
  }
  if (usesRouteBeneath(request)) return ['-candidate'];
  if (target !== 'gateway-api') return [];
  return ['rolling', 'recreate'].includes(strategy)
    ? []
    : ['-stable', '-candidate'];
}

/**
 * The names of a request's objects.
 *
 * @throws InputError where one would be longer than a label of DNS.
 */
export function namesOf(request: RenderRequest): ObjectNames {
  const { name } = request;
  const own = ['', ...ownSuffixes(request)];
  const all = own.flatMap(suffix =>
    ['', ...engineSuffixes(request)].map(more => `${suffix}${more}`),
  );
  const longest = all.reduce((a, b) => (b.length > a.length ? b : a));
  if (name.length + longest.length > MOST) {
    throw new InputError(
      `name: expected at most ${Math.max(
        0,
        MOST - longest.length,
      )} characters, so that ${name}${longest} keeps within ${MOST}, was ${
        name.length
      }`,
    );
  }
  const isArgo = request.target.startsWith('argo-');
  return {
    base: name,
    stable: `${name}-stable`,
    candidate: `${name}-${isArgo ? 'canary' : 'candidate'}`,
    active: `${name}-active`,
    preview: `${name}-preview`,
    checks: `${name}-checks`,
    guardrails: `${name}-guardrails`,
  };
}

/** A text as part of a name: lower case, anything else a hyphen. */
export function slug(text: string): string {
  return (
    text
      .toLocaleLowerCase('en-US')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'x'
  );
}

/** A version as the value of a label. */
export function versionLabel(version: string): string {
  return (
    version
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[._-]+|[._-]+$/g, '')
      .slice(0, MOST) || 'unnamed'
  );
}
