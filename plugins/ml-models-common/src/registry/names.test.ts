import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import fc from 'fast-check';
import { registryEntityName } from './names';

const registry = { type: 'mlflow', instance: 'production' };
const nameOf = (id: string, taken: string[] = []) =>
  registryEntityName({
    registry,
    id,
    wanted: id,
    isTaken: name => taken.includes(name),
  });

describe('names of models of registries', () => {
  it.each([
    ['churn', 'churn'],
    ['fraud_detector.v2', 'fraud_detector.v2'],
    ['Customer Churn', 'customer-churn'],
    ['mistralai/Mistral-7B-v0.1', 'mistralai-mistral-7b-v0.1'],
    ['Prévision (été)', 'prevision-ete'],
    ['--a--', 'a'],
  ])('are as near to the id as is legal: %s', (id, name) => {
    expect(nameOf(id)).toBe(name);
  });

  it('that differ in case or a slash only stay apart, in any order', () => {
    const alike = ['team/churn', 'team-churn', 'Team/Churn', 'TEAM churn'];
    for (const first of alike) {
      const others = alike.filter(id => id !== first);
      const names = others.map(id => nameOf(id, [nameOf(first)]));
      expect(new Set([nameOf(first), ...names]).size).toBe(4);
      expect(names.every(name => /^team-churn-[0-9a-f]{8}$/.test(name))).toBe(
        true,
      );
    }
    // The same in every run and on every machine.
    expect(nameOf('Team/Churn', ['team-churn'])).toBe('team-churn-cbfd5752');
  });

  it('are legal and the same each time, whatever the id', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.boolean(),
        (id, isTaken) => {
          const name = () =>
            registryEntityName({
              registry,
              id,
              wanted: id,
              isTaken: () => isTaken,
            });
          expect(KubernetesValidatorFunctions.isValidObjectName(name())).toBe(
            true,
          );
          expect(name()).toBe(name().toLocaleLowerCase('en-US'));
          expect(name()).toBe(name());
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('that are cut or empty do not meet', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 }), {
          minLength: 2,
          maxLength: 2,
        }),
        ([a, b]) => {
          const long = 'x'.repeat(70);
          expect(nameOf(long + a)).not.toBe(nameOf(long + b));
        },
      ),
    );
    expect(nameOf('***')).not.toBe(nameOf('???'));
  });
});
