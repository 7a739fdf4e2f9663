import { derive } from './derive.ts';
import type {
  CategoryColumn,
  CategoryTerm,
  DerivedNumber,
  FlightInput,
  NumberTerm,
  RecentPrior,
} from './types.ts';

/** What a version looks at. */
export interface DesignOptions {
  numbers: DerivedNumber[];
  categories: CategoryColumn[];
}

/**
 * Training rows as a regression sees them: column 0 is the intercept, then
 * the standardised numbers, then one column for each value of each category.
 * A row has one entry per term, so the matrix is kept by its entries.
 */
export class Design {
  readonly width: number;
  readonly rows: number;
  /** Column of each entry, `entriesPerRow` to a row. */
  readonly columns: Uint16Array;
  /** Value of each entry. */
  readonly values: Float64Array;
  readonly entriesPerRow: number;
  private readonly numbers: Omit<NumberTerm, 'coefficient'>[];
  private readonly levels: { name: CategoryColumn; values: string[] }[];

  private constructor(
    inputs: FlightInput[],
    numbers: Omit<NumberTerm, 'coefficient'>[],
    levels: { name: CategoryColumn; values: string[] }[],
    prior: RecentPrior,
  ) {
    this.numbers = numbers;
    this.levels = levels;
    this.rows = inputs.length;
    this.entriesPerRow = 1 + numbers.length + levels.length;
    this.columns = new Uint16Array(this.rows * this.entriesPerRow);
    this.values = new Float64Array(this.rows * this.entriesPerRow).fill(1);

    let next = 1 + numbers.length;
    const columnOf = levels.map(
      ({ values }) => new Map(values.map(value => [value, next++])),
    );
    this.width = next;

    let at = 0;
    for (const input of inputs) {
      this.columns[at++] = 0;
      for (const [index, { name, mean, scale }] of numbers.entries()) {
        this.columns[at] = 1 + index;
        this.values[at++] = (derive(name, input, prior) - mean) / scale;
      }
      for (const [index, { name }] of levels.entries()) {
        this.columns[at++] = columnOf[index].get(String(input[name]))!;
      }
    }
  }

  static create(
    inputs: FlightInput[],
    options: DesignOptions,
    prior: RecentPrior,
  ): Design {
    const numbers = options.numbers.map(name => {
      let sum = 0;
      for (const input of inputs) sum += derive(name, input, prior);
      const mean = sum / inputs.length;
      let squares = 0;
      for (const input of inputs) {
        squares += (derive(name, input, prior) - mean) ** 2;
      }
      return { name, mean, scale: Math.sqrt(squares / inputs.length) || 1 };
    });
    const levels = options.categories.map(name => ({
      name,
      values: [...new Set(inputs.map(input => input[name]))]
        .sort((a, b) => (a < b ? -1 : 1))
        .map(String),
    }));
    return new Design(inputs, numbers, levels, prior);
  }

  /** Names the coefficients of a fit. */
  describe(coefficients: ArrayLike<number>): {
    intercept: number;
    numbers: NumberTerm[];
    categories: CategoryTerm[];
  } {
    let at = 1;
    return {
      intercept: coefficients[0],
      numbers: this.numbers.map(term => ({
        ...term,
        coefficient: coefficients[at++],
      })),
      categories: this.levels.map(({ name, values }) => ({
        name,
        coefficients: Object.fromEntries(
          values.map(value => [value, coefficients[at++]]),
        ),
      })),
    };
  }
}
