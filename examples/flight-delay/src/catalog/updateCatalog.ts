import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { runIdOf } from '../model/artefacts.ts';
import type { TrainedVersion } from '../training/train.ts';
import type { VersionPlan } from '../training/versions.ts';

/** Inputs that each part of a model looks at, with the types that the catalog shows. */
const INPUT_TYPES = {
  origin: 'string',
  destination: 'string',
  distance: 'long',
  hour: 'integer',
  day_of_week: 'integer',
  recent_landings: 'integer',
  recent_delay_rate: 'double',
} as const;

type Input = keyof typeof INPUT_TYPES;

const INPUTS_OF_NUMBER: Record<VersionPlan['numbers'][number], Input[]> = {
  hours_since_four: ['hour'],
  log_distance: ['distance'],
  recent_log_odds: ['recent_landings', 'recent_delay_rate'],
};

function indexOf(document: Document, version: string): number {
  const versions = document.getIn(['spec', 'versions']);
  const index = isSeq(versions)
    ? versions.items.findIndex(
        item => isMap(item) && item.get('version') === version,
      )
    : -1;
  if (index < 0) {
    throw new Error(
      `The catalog file lists no version "${version}" under spec.versions`,
    );
  }
  return index;
}

function signatureOf(plan: VersionPlan) {
  const used = new Set<Input>([
    ...plan.categories,
    ...plan.numbers.flatMap(name => INPUTS_OF_NUMBER[name]),
  ]);
  return {
    inputs: (Object.keys(INPUT_TYPES) as Input[])
      .filter(name => used.has(name))
      .map(name => ({
        name,
        type: INPUT_TYPES[name],
        // No flight may have landed lately.
        required: name !== 'recent_delay_rate',
      })),
    outputs: [
      { name: 'score', type: 'double' },
      { name: 'prediction', type: 'boolean' },
    ],
  };
}

/** What was searched for, where there was something to choose from. */
function searchOf({ penalties }: VersionPlan) {
  if (penalties.length < 2) return {};
  return {
    search: `l2 among ${penalties.join(', ')} by log loss on 25 to 31 January`,
  };
}

/**
 * Puts what training found into the text of the catalog file: metrics,
 * hyperparameters, signature and run of each version. All else stays as it
 * was written, comments included.
 */
export function updateCatalog(text: string, trained: TrainedVersion[]): string {
  const document = parseDocument(text);
  if (document.errors.length) throw document.errors[0];
  for (const version of trained) {
    const path = ['spec', 'versions', indexOf(document, version.model.version)];
    const set = (key: string, value: unknown) =>
      document.setIn([...path, key], document.createNode(value));
    document.setIn([...path, 'run', 'id'], runIdOf(version.model));
    set('metrics', version.metrics);
    set('hyperparameters', {
      algorithm: version.model.algorithm,
      l2: version.model.l2,
      decision_threshold: version.model.threshold,
      ...searchOf(version.plan),
    });
    set('signature', signatureOf(version.plan));
  }
  return document.toString({
    flowCollectionPadding: false,
    lineWidth: 80,
    singleQuote: true,
  });
}
