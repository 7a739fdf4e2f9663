import { ChangeMarker } from '@airworthy/plugin-ml-monitoring-common';
import { Inquiry, OwnedSeries } from './Inquiry';
import { identityOf } from './series';

/** When each began to answer, as the index of a point; absent where it never did. */
function beginning({ points }: OwnedSeries): number | undefined {
  const index = points.findIndex(({ value }) => value !== null && value > 0);
  return index < 0 ? undefined : index;
}

function titleOf(
  { variant, modelVersion, labels }: OwnedSeries,
  variantLabel: string | undefined,
): string {
  if (modelVersion) {
    return variant
      ? `${variant}: version ${modelVersion}`
      : `version ${modelVersion}`;
  }
  const value = variantLabel && labels[variantLabel];
  return `${value || variant || 'A variant'} began to answer`;
}

/**
 * When which variant or version began to answer. One that begins after
 * nothing answered at all is the end of silence, not a change.
 */
export async function readChanges(inquiry: Inquiry): Promise<ChangeMarker[]> {
  const { preset, variantLabel } = inquiry.target;
  const by = [variantLabel, preset.versionLabel].filter(
    (name, i, all): name is string =>
      name !== undefined && all.indexOf(name) === i,
  );
  const series = await inquiry.overTime(
    'The request rate over time',
    preset.queries.requests,
    by.length ? { by } : {},
  );
  // Throws where nothing could be asked.
  inquiry.answer(undefined);
  const begun = series.flatMap(one => {
    const index = beginning(one);
    return index === undefined ? [] : [{ one, index }];
  });
  const first = Math.min(...begun.map(({ index }) => index));
  return begun
    .filter(({ index }) => index > first)
    .sort((a, b) => a.index - b.index)
    .map(({ one, index }) => ({
      at: one.points[index].at,
      kind: one.modelVersion ? 'version' : 'rollout',
      title: titleOf(one, variantLabel),
      ...identityOf(one),
    }));
}
