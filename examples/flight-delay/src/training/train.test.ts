import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type MlModelEntity,
  listEntityProblems,
} from '@airworthy/plugin-ml-models-common';
import { parse } from 'yaml';
import { updateCatalog } from '../catalog/updateCatalog';
import { findFlightsFile } from '../data/findFlightsFile';
import { artefactFile, runIdOf, serialise } from '../model/artefacts';
import { type TrainedVersion, train } from './train';

const PACKAGE = join(__dirname, '..', '..');
const CATALOG = join(PACKAGE, 'catalog', 'flight-delay.yaml');
const source = findFlightsFile(__filename);

jest.setTimeout(300_000);

describe('train', () => {
  it('gives the same to the byte, whatever the number of threads', async () => {
    const [one, two] = [
      await train({ source, every: 20, threads: 1 }),
      await train({ source, every: 20, threads: 2 }),
    ];
    expect(two.map(v => serialise(v.model))).toEqual(
      one.map(v => serialise(v.model)),
    );
    expect(two.map(v => v.metrics)).toEqual(one.map(v => v.metrics));
  });

  describe('on all flights', () => {
    let trained: TrainedVersion[];
    const text = readFileSync(CATALOG, 'utf8');
    const entity: MlModelEntity = parse(text);

    beforeAll(async () => {
      trained = await train({ source });
    });

    it('gives the committed models to the byte', () => {
      for (const { model } of trained) {
        expect(serialise(model)).toBe(
          readFileSync(
            artefactFile(join(PACKAGE, 'model'), model.version),
            'utf8',
          ),
        );
      }
    });

    it('gives the figures that the catalog shows', () => {
      expect(trained).toHaveLength(entity.spec.versions!.length);
      for (const { model, metrics } of trained) {
        const version = entity.spec.versions!.find(
          v => v.version === model.version,
        )!;
        expect(version.metrics).toEqual(metrics);
        expect(version.run).toEqual({ id: runIdOf(model) });
      }
      // So does the hand-written rest, to the last comment.
      expect(updateCatalog(text, trained)).toBe(text);
      expect(listEntityProblems(entity)).toEqual([]);
    });

    it('makes a challenger that is better than the champion, and both than no model', () => {
      const [champion, challenger] = trained.map(({ metrics }) =>
        Object.fromEntries(metrics.filter(m => !m.slice).map(m => [m.name, m])),
      );
      for (const name of ['roc_auc', 'pr_auc', 'f1']) {
        expect(challenger[name].value).toBeGreaterThan(champion[name].value);
        expect(champion[name].value).toBeGreaterThan(champion[name].baseline!);
      }
      for (const name of ['log_loss', 'brier']) {
        expect(challenger[name].value).toBeLessThan(champion[name].value);
        expect(champion[name].value).toBeLessThan(champion[name].baseline!);
      }
    });
  });
});
