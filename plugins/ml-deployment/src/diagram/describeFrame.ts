import { formatPercent } from '@airworthy/plugin-ml-models-react';
import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { mlSharedTranslationRef } from '../shared/translation';
import { TrafficFrame } from './frames';

type Translate = TranslationFunction<typeof mlSharedTranslationRef.T>;

/** What a diagram shows, in words. */
export function describeFrame(
  { old, next, mirrored, groups, mixed }: TrafficFrame,
  t: Translate,
): string {
  if (mixed) return t('diagram.mixed');
  const told: string[] = [];
  if (old) {
    told.push(
      t(groups && next ? 'diagram.groupToOld' : 'diagram.toOld', {
        share: formatPercent(old),
      }),
    );
  }
  if (next) {
    told.push(
      t(groups ? 'diagram.groupToNext' : 'diagram.toNext', {
        share: formatPercent(next),
      }),
    );
  }
  if (mirrored) {
    told.push(t('diagram.copied', { share: formatPercent(mirrored) }));
  }
  const versions = [
    { version: t('diagram.old'), share: old, copies: 0 },
    { version: t('diagram.next'), share: next, copies: mirrored },
  ];
  for (const { version, share, copies } of versions) {
    if (share === undefined) told.push(t('diagram.stopped', { version }));
    else if (share === 0 && !copies) {
      told.push(t('diagram.standsBy', { version }));
    }
  }
  const words = told.join('; ');
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  return old || next ? sentence : `${t('diagram.nobody')} ${sentence}`;
}
