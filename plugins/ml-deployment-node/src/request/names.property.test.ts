import * as fc from 'fast-check';
import { PAIRS, requestFor } from '../__testUtils__/requests';
import { renderManifests } from '../render/renderManifests';
import { parseQuantity } from './quantity';
import { slug, versionLabel } from './names';

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

describe('names', () => {
  it.each(PAIRS)(
    'of %s on %s never pass 63 characters, or are refused',
    (strategy, target) => {
      for (let length = 40; length <= 63; length++) {
        const name = 'a'.repeat(length);
        const request = requestFor(strategy, target, { name });
        let outcome: string[];
        try {
          outcome = renderManifests(request).files.flatMap(({ documents }) =>
            documents.flatMap(({ kind, metadata }) => [
              metadata.name,
              // What KServe makes of it.
              ...(kind === 'InferenceService'
                ? [`${metadata.name}-predictor`]
                : []),
            ]),
          );
        } catch (error) {
          outcome = [(error as Error).message];
        }
        for (const each of outcome) {
          expect(each).toMatch(
            /^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?|name: expected at most \d+ characters, so that a+[-a-z0-9]+ keeps within 63, was \d+)$/,
          );
        }
      }
    },
  );

  it('are made of any text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(`v-${slug(text)}`).toMatch(LABEL);
        expect(versionLabel(text)).toMatch(
          /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
        );
      }),
    );
  });
});

describe('quantities', () => {
  it.each([
    ['500m', 0.5],
    ['2', 2],
    ['1.5', 1.5],
    ['1Ki', 1_024],
    ['2Gi', 2 * 1_024 ** 3],
    ['2G', 2e9],
    ['3e3', 3_000],
    ['12E', 12e18],
  ])('%s is %d', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(['', '2 cores', '-1', '1GiB', 'Mi', '1.2.3', '0x10', 'NaN'])(
    '%p is none',
    text => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );
});
