const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];
const NAME = 'http_request_duration_seconds';

/** @param {Record<string, string>} labels */
const format = labels =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, '_')}"`)
    .join(',');

/** Latency and count of answers, in the text format of Prometheus. */
export class ServiceMetrics {
  /** @type {Record<string, string>} */
  #labels;
  /** @type {Map<string, { buckets: number[], sum: number, count: number }>} */
  #byCode = new Map();

  /** @param {Record<string, string>} labels */
  constructor(labels) {
    this.#labels = labels;
  }

  /**
   * @param {number} code
   * @param {number} seconds
   */
  observe(code, seconds) {
    const key = String(code);
    const known = this.#byCode.get(key) ?? {
      buckets: BUCKETS.map(() => 0),
      sum: 0,
      count: 0,
    };
    BUCKETS.forEach((limit, i) => {
      if (seconds <= limit) known.buckets[i] += 1;
    });
    known.sum += seconds;
    known.count += 1;
    this.#byCode.set(key, known);
  }

  toString() {
    const lines = [
      `# HELP ${NAME} Time to answer an inference request.`,
      `# TYPE ${NAME} histogram`,
    ];
    for (const [code, { buckets, sum, count }] of this.#byCode) {
      const labels = format({ ...this.#labels, code });
      buckets.forEach((value, i) =>
        lines.push(`${NAME}_bucket{${labels},le="${BUCKETS[i]}"} ${value}`),
      );
      lines.push(
        `${NAME}_bucket{${labels},le="+Inf"} ${count}`,
        `${NAME}_sum{${labels}} ${sum}`,
        `${NAME}_count{${labels}} ${count}`,
      );
    }
    return `${lines.join('\n')}\n`;
  }
}
