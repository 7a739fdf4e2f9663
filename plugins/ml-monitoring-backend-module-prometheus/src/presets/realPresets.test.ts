import { singleDeployment } from '../__testUtils__/deployments';
import {
  PROMETHEUS,
  describeWith,
  startExporter,
  startPrometheus,
  temporaryFolder,
} from '../__testUtils__/programs';
import { P95, RATE, RUNTIMES } from '../__testUtils__/runtimeMetrics';
import { sourcesWith } from '../__testUtils__/upstream';
import { runtimes } from './builtInPresets';

jest.setTimeout(90_000);

const rounded = (value: number | null) =>
  value === null ? null : Number(value.toFixed(6));

describeWith({ Prometheus: PROMETHEUS }, 'presets on a real Prometheus', () => {
  const { folder, remove } = temporaryFolder();
  const began = Date.now();
  let exporter: Awaited<ReturnType<typeof startExporter>>;
  let prometheus: Awaited<ReturnType<typeof startPrometheus>>;

  beforeAll(async () => {
    exporter = await startExporter(() => {
      const count = 1000 + (RATE * (Date.now() - began)) / 1000;
      return Object.values(RUNTIMES)
        .map(({ metrics }) => metrics(count))
        .join('');
    });
    prometheus = await startPrometheus(folder, { target: exporter.target });
    await prometheus.scraped(16);
  });
  afterAll(async () => {
    await prometheus?.stop();
    await exporter?.stop();
    remove();
  });

  const source = () =>
    sourcesWith({
      prometheus: {
        servers: [
          {
            name: 'main',
            url: prometheus.url,
            scrapeInterval: { milliseconds: 500 },
          },
        ],
      },
    }).prometheus;

  const question = () => ({
    window: {
      from: new Date(Date.now() - 6_500).toISOString(),
      to: new Date(Date.now() - 500).toISOString(),
    },
    maxPoints: 50,
    signal: AbortSignal.timeout(20_000),
  });

  it.each(runtimes.map(({ name }) => name))(
    'tell the truth: %s',
    async name => {
      const { labels, errorRatio, p95, mean, modelVersion } = RUNTIMES[name];
      const { variants, series, notices } = await source().serviceHealth!(
        singleDeployment({ prometheus: { preset: name, labels } }),
        question(),
      );
      const said = notices.join('\n');
      expect(said).not.toMatch(/cannot be told/);
      const means = series
        .filter(({ metric }) => metric === 'latency_mean')
        .flatMap(({ points }) => points.map(({ value }) => value!));
      const [row, ...others] = variants;
      expect(others).toEqual([]);
      expect({
        variant: row.variant,
        modelVersion: row.modelVersion,
        errorRatio: rounded(row.errorRatio),
        p95: rounded(row.latency.p95),
        means: [...new Set(means.map(rounded))],
      }).toEqual({
        variant: 'stable',
        modelVersion,
        errorRatio: errorRatio ?? null,
        p95: p95 ?? null,
        means: mean === undefined ? [] : [mean],
      });
      expect(Math.abs(row.rate! / RATE - 1)).toBeLessThan(0.2);
      // What is not known is explained.
      const complete = errorRatio !== undefined && p95 !== undefined;
      expect(complete || /unknown|only/.test(said)).toBe(true);
      expect(said.includes('in place of percentiles: 140 ms')).toBe(
        mean !== undefined,
      );
    },
  );

  it('tell what a language model generates', async () => {
    const { generation, series } = await source().modelHealth!(
      singleDeployment(
        { prometheus: { preset: 'vllm', labels: RUNTIMES.vllm.labels } },
        { task: 'generation' },
      ),
      question(),
    );
    expect(generation!.inputTokens! / generation!.outputTokens!).toBeCloseTo(
      5,
      1,
    );
    // Half a second for twenty tokens.
    expect(generation!.tokensPerSecond).toBeCloseTo(40, 5);
    expect(generation!.timeToFirstTokenMs.p95).toBeCloseTo(P95, 5);
    const { stop, length } = generation!.finishReasons;
    expect(stop / length).toBeCloseTo(3, 0);
    const output = series.find(({ metric }) => metric === 'output_tokens')!;
    for (const { value } of output.points) {
      expect(Math.abs(value! / (RATE * 20) - 1)).toBeLessThan(0.4);
    }
  });

  it('tell the capacity in use where the runtime does', async () => {
    const { variants } = await source().serviceHealth!(
      singleDeployment({
        prometheus: { preset: 'vllm', labels: RUNTIMES.vllm.labels },
      }),
      question(),
    );
    expect(variants[0].saturation).toBeCloseTo(0.4, 5);
  });
});
