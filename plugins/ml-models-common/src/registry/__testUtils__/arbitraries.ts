import fc from 'fast-check';
import { RegistryModel, RegistryVersion } from '../RegistryModel';

/** Any text that JSON brings: none of it need be legal anywhere. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 80 }),
  fc.constantFrom('', ' ', '/', '__proto__', 'A\nB', 'é', 'x'.repeat(3_000)),
);
const anyUrl = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('data:text/html,x', 'https://user:password@host/', 'ftp:a'),
  anyText,
);
const anyRecord = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(anyText, value, { maxKeys: 8, noNullPrototype: true });
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });

const anyVersion: fc.Arbitrary<RegistryVersion> = fc.record({
  version: fc.oneof(fc.nat(100).map(String), anyText),
  aliases: maybe(fc.array(anyText, { maxLength: 4 })),
  stage: maybe(fc.constantFrom('Production', 'Staging', 'None', 'Odd')),
  createdAt: maybe(
    fc.oneof(
      fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
      anyText,
    ),
  ),
  description: maybe(anyText),
  source: maybe(anyText),
  url: maybe(anyUrl),
  tags: maybe(anyRecord(anyText)),
  run: maybe(fc.record({ id: anyText, url: anyUrl, commit: anyText })),
  metrics: maybe(
    fc.array(
      fc.record({
        name: anyText,
        value: fc.double(),
        dataset: maybe(anyText),
        slice: maybe(anyText),
        source: maybe(anyUrl),
      }),
      { maxLength: 5 },
    ),
  ),
  parameters: maybe(anyRecord(fc.oneof(anyText, fc.double(), fc.boolean()))),
  signature: maybe(
    fc.record({
      inputs: fc.array(fc.record({ name: anyText, type: anyText }), {
        maxLength: 4,
      }),
    }),
  ),
  datasets: maybe(
    fc.array(
      fc.record({
        name: anyText,
        digest: maybe(anyText),
        role: maybe(fc.constantFrom('training', 'evaluation')),
      }),
      { maxLength: 3 },
    ),
  ),
});

/** Any model that a registry might tell of, well-formed or not. */
export const anyRegistryModel: fc.Arbitrary<RegistryModel> = fc.record({
  registry: fc.record({
    type: fc.constantFrom('mlflow', 'huggingface'),
    instance: fc.constantFrom('default', 'production', 'a:b'),
  }),
  id: anyText.filter(id => id.length > 0),
  name: anyText,
  url: maybe(anyUrl),
  description: maybe(
    fc.oneof(anyText, fc.constant('long '.repeat(2_000_000 / 5))),
  ),
  tags: maybe(anyRecord(anyText)),
  ownerHints: maybe(fc.array(anyText, { maxLength: 2 })),
  task: maybe(anyText),
  library: maybe(anyText),
  license: maybe(anyText),
  parameters: maybe(fc.double()),
  baseModel: maybe(anyText),
  primaryMetric: maybe(anyText),
  modelCard: maybe(fc.record({ intendedUse: anyText })),
  versions: maybe(fc.array(anyVersion, { maxLength: 30 })),
});
