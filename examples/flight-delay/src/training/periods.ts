/** A stretch of the data, its end exclusive. */
export interface Period {
  from: string;
  until: string;
}

/** What the versions learn from. */
export const TRAINING: Period = { from: '2001-01-01', until: '2001-02-01' };

/** First part of January: fits the candidates among which the second decides. */
export const FITTING: Period = { from: '2001-01-01', until: '2001-01-25' };

/** Last week of January: chooses the penalty and the threshold. */
export const VALIDATION: Period = { from: '2001-01-25', until: '2001-02-01' };

/** First two weeks of February: never seen in training, all published figures are from here. */
export const EVALUATION: Period = { from: '2001-02-01', until: '2001-02-15' };
