import { z } from 'zod';
import {
  attestationFieldSchema,
  attestationQuestionSchema,
} from './attestationSchema';
import {
  EFFORTS,
  ML_TEST_SCORE_ITEMS,
  rubricCheckSchema,
  rubricSchema,
} from './schema';

/** A rubric as it is in force: defaults filled in. @public */
export type Rubric = z.output<typeof rubricSchema>;

/** A rubric as it is written. @public */
export type RubricInput = z.input<typeof rubricSchema>;

/** One check of a rubric. @public */
export type RubricCheck = z.output<typeof rubricCheckSchema>;

/** What a person is asked for a check. @public */
export type AttestationQuestion = z.output<typeof attestationQuestionSchema>;

/** A typed field of an answer. @public */
export type AttestationField = z.output<typeof attestationFieldSchema>;

/** What it takes to mend a failing check. @public */
export type Effort = (typeof EFFORTS)[number];

/** Item of the ML Test Score, `D1` to `O7`. @public */
export type MlTestScoreItem = (typeof ML_TEST_SCORE_ITEMS)[number];
