import { findInCrdSchemas } from './crdSchemas';
import { findInInferenceService } from './inferenceServiceSchema';
import { findInPublishedSchema } from './publishedSchemas';
import { findUnknownFields } from './knownFields';
import { isObject, show, textAt } from './read';
import { findInReferences } from './references';
import { findByRules } from './rules/rules';
import {
  DocumentRef,
  Finding,
  Json,
  ManifestProblem,
  ManifestValidation,
} from './types';

/** How strictly manifests are looked at. @public */
export interface ValidateManifestsOptions {
  /**
   * Custom resource definitions, as parsed. Documents of their kinds are held
   * against them as well, and fields that they do not name are refused.
   */
  schemas?: readonly unknown[];
  /** Whether all that a document refers to must be among the documents. */
  closed?: boolean;
}

function refOf(document: unknown, index: number): DocumentRef {
  const kind = textAt(document, 'kind');
  const namespace = textAt(document, 'metadata', 'namespace');
  const name = textAt(document, 'metadata', 'name');
  return {
    index,
    ...(kind ? { kind } : {}),
    ...(namespace ? { namespace } : {}),
    ...(name ? { name } : {}),
  };
}

function nameOf({ index, kind, namespace, name }: DocumentRef): string {
  if (!kind || !name) return `document ${index}`;
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

function problemOf(
  document: DocumentRef,
  source: ManifestProblem['source'],
  { field, expected, was }: Finding,
): ManifestProblem {
  const message = `${nameOf(
    document,
  )}: ${field}: expected ${expected}, was ${was}`;
  return { document, field, expected, was, message, source };
}

function findInSchemas(
  document: Json,
  crds: readonly Json[],
): { findings: Finding[]; isKnown: boolean } {
  const isKServe =
    document.apiVersion === 'serving.kserve.io/v1beta1' &&
    document.kind === 'InferenceService';
  const published = isKServe
    ? findInInferenceService(document)
    : findInPublishedSchema(document);
  const given = findInCrdSchemas(document, crds);
  const byField = new Map<string, Finding>();
  const all = [
    ...(given ?? []),
    ...(published ?? []),
    ...findUnknownFields(document),
  ];
  for (const finding of all) {
    if (!byField.has(finding.field)) byField.set(finding.field, finding);
  }
  return {
    findings: [...byField.values()],
    isKnown: Boolean(published ?? given),
  };
}

function notAnObject(document: unknown): Finding[] {
  if (!isObject(document)) {
    return [{ field: '/', expected: 'an object', was: show(document) }];
  }
  return ['apiVersion', 'kind'].flatMap(key =>
    textAt(document, key)
      ? []
      : [{ field: `/${key}`, expected: 'a text', was: show(document[key]) }],
  );
}

/**
 * Holds manifests against the schemas of their kinds, and against the rules
 * that only the webhooks and controllers of the engines know.
 *
 * @remarks
 *
 * The schemas that packages publish do not refuse fields that they do not
 * name. Those that move traffic and judge it are refused here all the same;
 * for the rest give the custom resource definitions in `schemas`.
 *
 * @public
 */
export function validateManifests(
  documents: readonly unknown[],
  options: ValidateManifestsOptions = {},
): ManifestValidation {
  const crds = (options.schemas ?? []).filter(isObject);
  const objects = documents.filter(isObject);
  const problems: ManifestProblem[] = [];
  const unchecked = new Set<string>();
  const seen = new Map<string, number>();
  for (const [index, document] of documents.entries()) {
    const ref = refOf(document, index);
    const add = (source: ManifestProblem['source'], findings: Finding[]) =>
      problems.push(...findings.map(found => problemOf(ref, source, found)));
    const broken = notAnObject(document);
    add('schema', broken);
    if (broken.length || !isObject(document)) continue;

    const id = `${document.apiVersion} ${nameOf(ref)}`;
    if (seen.has(id)) {
      add('rule', [
        {
          field: '/metadata/name',
          expected: 'a name that no other document of its kind has',
          was: `${ref.name}, as document ${seen.get(id)}`,
        },
      ]);
    }
    seen.set(id, index);
    const { findings, isKnown } = findInSchemas(document, crds);
    if (!isKnown) unchecked.add(`${document.apiVersion} ${document.kind}`);
    add('schema', findings);
    const told = findings.map(({ field }) => `${field}/`);
    const rules = [
      ...findByRules(document),
      ...findInReferences(document, objects, options.closed ?? false),
    ];
    // One sentence a field is enough, and what lies in it tells more.
    add(
      'rule',
      rules.filter(
        ({ field }) => !told.some(other => other.startsWith(`${field}/`)),
      ),
    );
  }
  return { valid: !problems.length, problems, unchecked: [...unchecked] };
}
