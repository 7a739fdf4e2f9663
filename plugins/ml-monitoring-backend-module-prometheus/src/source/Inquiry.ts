import {
  SeriesPoint,
  SourceAnswer,
} from '@airworthy/plugin-ml-monitoring-common';
import { SourceQuestion } from '@airworthy/plugin-ml-monitoring-node';
import { Answer, Sample, SampleSeries } from '../prometheus/PrometheusClient';
import { Grid, gridOf } from '../promql/grid';
import { QueryTemplate, renderQuery } from '../promql/template';
import { Group, Identity, Target } from './target';

/** A value, and whose it is. */
export interface OwnedSample extends Identity {
  /** Equal where variant and version are the same series. */
  key: string;
  labels: Record<string, string>;
  value: number | null;
}

/** Values over time, and whose they are. */
export interface OwnedSeries extends Identity {
  key: string;
  labels: Record<string, string>;
  points: SeriesPoint[];
}

interface Options {
  quantile?: number;
  /** Labels to group by in place of those of the variants. */
  by?: string[];
}

const SOURCE_TYPE = 'prometheus';

/** So few points are no chart: only the figures of the window are asked for, as for the status of a fleet. */
const NO_CHART = 2;

function isoOf(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString();
}

/**
 * One question about a deployment: asks its parts of the server, keeps what a
 * reader should know, and goes on where a part fails.
 */
export class Inquiry {
  readonly target: Target;
  readonly question: SourceQuestion;
  readonly grid: Grid;
  readonly windowSeconds: number;
  readonly #to: number;
  readonly #notices = new Set<string>();
  readonly #failures: { part: string; error: unknown }[] = [];
  #asked = 0;
  #samples = 0;

  constructor(target: Target, question: SourceQuestion) {
    const { config } = target.client;
    this.target = target;
    this.question = question;
    const from = Date.parse(question.window.from) / 1000;
    const to = Date.parse(question.window.to) / 1000;
    // What has not been yet would count as time without requests.
    const now = Math.floor(Date.now() / 1000);
    this.#to = Math.max(from + 1, Math.min(to, now));
    this.windowSeconds = this.#to - from;
    const until = { ...question.window, to: isoOf(this.#to) };
    this.grid = gridOf(until, {
      maxPoints: Math.min(question.maxPoints, config.maxPoints),
      scrapeIntervalSeconds: config.scrapeIntervalSeconds,
    });
  }

  /** Says something with the answer. */
  note(...notices: string[]): void {
    notices.forEach(notice => this.#notices.add(notice));
  }

  /** The value over the whole window, of each series; nothing where it is not known. */
  async total(
    part: string,
    template: QueryTemplate | undefined,
    options: Options = {},
  ): Promise<OwnedSample[]> {
    if (!template) return [];
    const { client } = this.target;
    return this.#eachGroup(part, async (group, index) => {
      const query = this.#render(template, group, this.windowSeconds, options);
      const answer = await client.query(query, this.#to, this.question.signal);
      return {
        ...answer,
        result: answer.result.map(({ labels, value }: Sample) => ({
          ...owner(group, index, labels),
          labels,
          value,
        })),
      };
    });
  }

  /** The values over time, of each series, with null where nothing is known. */
  async overTime(
    part: string,
    template: QueryTemplate | undefined,
    options: Options = {},
  ): Promise<OwnedSeries[]> {
    if (!template || this.question.maxPoints <= NO_CHART) return [];
    const { client } = this.target;
    return this.#eachGroup(part, async (group, index) => {
      const query = this.#render(
        template,
        group,
        this.grid.rateWindow,
        options,
      );
      const answer = await client.queryRange(
        query,
        this.grid,
        this.question.signal,
      );
      return {
        ...answer,
        result: answer.result.map((series: SampleSeries) => ({
          ...owner(group, index, series.labels),
          labels: series.labels,
          points: this.#onGrid(series),
        })),
      };
    });
  }

  /** What the answer says of itself. Throws where nothing could be asked. */
  answer(newest: number | undefined): SourceAnswer {
    if (this.#asked > 0 && this.#failures.length === this.#asked) {
      throw this.#failures[0].error;
    }
    for (const { part, error } of this.#failures) {
      const { message } = error as Error;
      this.note(`${part} cannot be told. ${message}`);
    }
    return {
      source: { type: SOURCE_TYPE, name: this.target.client.config.name },
      window: this.question.window,
      rowsRead: this.#samples,
      ...(newest !== undefined && { freshAt: isoOf(newest) }),
      answeredAt: new Date().toISOString(),
      notices: [...this.#notices],
    };
  }

  async #eachGroup<T>(
    part: string,
    ask: (group: Group, index: number) => Promise<Answer<T[]>>,
  ): Promise<T[]> {
    const results = await Promise.all(
      this.target.groups.map(async (group, index) => {
        this.#asked++;
        try {
          const { result, samples, warnings } = await ask(group, index);
          this.#samples += samples;
          this.note(...warnings);
          return result;
        } catch (error) {
          this.#failures.push({ part, error });
          return [];
        }
      }),
    );
    return results.flat();
  }

  #render(
    template: QueryTemplate,
    group: Group,
    windowSeconds: number,
    { quantile, by = group.by }: Options,
  ): string {
    return renderQuery(template, {
      selector: group.selector,
      windowSeconds,
      stepSeconds: this.grid.step,
      by,
      variantLabel: this.target.variantLabel,
      quantile,
    });
  }

  /** A point stands at the beginning of the step that it tells of. */
  #onGrid({ points }: SampleSeries): SeriesPoint[] {
    const { start, end, step } = this.grid;
    const values = new Map(
      points.map(({ at, value }) => [Math.round((at - start) / step), value]),
    );
    return Array.from(
      { length: Math.round((end - start) / step) + 1 },
      (_, i) => ({
        at: isoOf(start + (i - 1) * step),
        value: values.get(i) ?? null,
      }),
    );
  }
}

function owner(group: Group, index: number, labels: Record<string, string>) {
  const key = JSON.stringify([index, ...group.by.map(name => labels[name])]);
  return { key, ...group.identify(labels) };
}
