import type { MlModelEntity, MlModelVersion } from '../kinds/MlModel';
import { newestVersion, primaryMetric, sortedVersions } from './versions';

const model = (
  versions?: MlModelVersion[],
  primary?: string,
): MlModelEntity => ({
  apiVersion: 'airworthy.dev/v1alpha1',
  kind: 'MlModel',
  metadata: { name: 'a' },
  spec: {
    type: 'x',
    lifecycle: 'production',
    owner: 'a',
    versions,
    primaryMetric: primary,
  },
});

describe('sortedVersions', () => {
  it('puts the newest first where every version has its time', () => {
    const versions = [
      { version: '1', createdAt: '2026-01-01T00:00:00Z' },
      { version: '3', createdAt: '2026-01-03T00:00:00.5Z' },
      { version: '2', createdAt: '2026-01-03T00:00:00Z' },
    ];
    expect(sortedVersions(model(versions)).map(v => v.version)).toEqual([
      '3',
      '2',
      '1',
    ]);
    expect(versions[0].version).toBe('1');
  });

  it('keeps the order of the entity where a time is not known', () => {
    const versions = [
      { version: '2' },
      { version: '3', createdAt: '2026-01-03T00:00:00Z' },
    ];
    expect(sortedVersions(model(versions)).map(v => v.version)).toEqual([
      '2',
      '3',
    ]);
    expect(newestVersion(model(versions))?.version).toBe('2');
  });

  it('is empty for a model without versions', () => {
    expect(sortedVersions(model())).toEqual([]);
    expect(newestVersion(model())).toBeUndefined();
  });
});

describe('primaryMetric', () => {
  const version = {
    version: '1',
    metrics: [
      { name: 'f1', value: 0.7, slice: 'carrier=AA' },
      { name: 'accuracy', value: 0.9 },
      { name: 'f1', value: 0.8 },
    ],
  };

  it('is the figure over all data that the model names', () => {
    expect(primaryMetric(model([version], 'f1'), version)?.value).toBe(0.8);
  });

  it('is the first figure over all data where the model names none', () => {
    expect(primaryMetric(model([version]), version)?.name).toBe('accuracy');
  });

  it('is unknown where the version has no such figure', () => {
    expect(primaryMetric(model([version], 'auc'), version)).toBeUndefined();
    expect(primaryMetric(model(), { version: '2' })).toBeUndefined();
  });
});
