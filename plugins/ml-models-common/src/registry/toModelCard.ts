import type { MlModelCard } from '../kinds/MlModel';
import { MAX_MARKDOWN_LENGTH } from '../kinds/fields';
import type { RegistryDataset, RegistryModel } from './RegistryModel';
import { longText, oneLine } from './text';
import { datasetsOf } from './values';

const FIELDS = [
  'intendedUse',
  'outOfScopeUse',
  'limitations',
  'ethicalConsiderations',
  'trainingData',
  'evaluationData',
  'caveats',
] as const satisfies readonly (keyof MlModelCard)[];

// Names come from whoever may write to the registry.
const escaped = (text: string | undefined) =>
  oneLine(text, 200)?.replace(/[\\`*_{}[\]<>()#+\-.!|~]/g, '\\$&');

function list(datasets: RegistryDataset[]): string | undefined {
  const lines = datasets.flatMap(({ name, digest }) => {
    const text = escaped(name);
    const version = escaped(digest);
    return text ? [`- ${text}${version ? ` (version ${version})` : ''}`] : [];
  });
  return lines.length ? lines.join('\n') : undefined;
}

/** The model card, with the datasets that runs name where it says nothing of data. */
export function toModelCard(model: RegistryModel): MlModelCard | undefined {
  const datasets = datasetsOf(model);
  const isEvaluation = ({ role }: RegistryDataset) =>
    /eval|test|valid/i.test(role ?? '');
  const told: MlModelCard = {
    trainingData: list(datasets.filter(d => !isEvaluation(d))),
    evaluationData: list(datasets.filter(isEvaluation)),
    ...Object.fromEntries(
      Object.entries(model.modelCard ?? {}).filter(([, text]) => text?.trim()),
    ),
  };
  const card = Object.fromEntries(
    FIELDS.flatMap(field => {
      const text = longText(told[field], MAX_MARKDOWN_LENGTH);
      return text ? [[field, text]] : [];
    }),
  );
  return Object.keys(card).length ? card : undefined;
}
