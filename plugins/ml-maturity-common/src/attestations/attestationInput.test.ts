import { AttestationQuestion } from '../rubric/types';
import { NOW } from '../testing/fixtures';
import { attestationExpiry, attestationInputSchema } from './attestationInput';

const question: AttestationQuestion = {
  question: 'Agreed?',
  expiresAfter: 'P6M',
  evidence: 'required',
  standsInFor: 'unknown',
  fields: [
    { id: 'budget', title: 'Budget', type: 'number', min: 0, required: true },
    {
      id: 'skills',
      title: 'Skills',
      type: 'choice',
      items: ['data', 'ML engineering'],
      options: ['covered', 'missing'],
      required: false,
    },
    { id: 'until', title: 'Until', type: 'date', required: false },
    { id: 'span', title: 'Span', type: 'duration', required: false },
  ],
};
const evidence = { url: 'https://example.com/minutes' };
const yes = { answer: 'yes', fields: { budget: 10 }, evidence };

function problems(input: unknown): string[] {
  const parsed = attestationInputSchema(question, NOW).safeParse(input);
  return parsed.success
    ? []
    : parsed.error.issues.map(
        issue => `${issue.path.join('.')}: ${issue.message}`,
      );
}

describe('attestationInputSchema', () => {
  it.each([
    [yes],
    [{ answer: 'no' }],
    [
      {
        ...yes,
        fields: {
          budget: 0,
          skills: { data: 'missing' },
          until: '2026-12-31',
          span: 'P3M',
        },
      },
    ],
    [{ ...yes, expiresAt: '2026-09-01T00:00:00.000Z', previousId: null }],
  ])('takes %j', input => {
    expect(problems(input)).toEqual([]);
  });

  it.each([
    [{ ...yes, evidence: undefined }, /^evidence: /],
    [{ ...yes, evidence: {} }, /^evidence: a link or a text/],
    [
      // eslint-disable-next-line no-script-url
      { ...yes, evidence: { url: 'javascript:alert(1)' } },
      /^evidence.url: an http or https URL/,
    ],
    [
      { ...yes, evidence: { url: 'https://ada:secret@example.com' } },
      /^evidence.url: /,
    ],
    [{ ...yes, fields: {} }, /^fields.budget: /],
    [{ ...yes, fields: { budget: -1 } }, /^fields.budget: /],
    [{ ...yes, fields: { budget: '10' } }, /^fields.budget: /],
    [
      { ...yes, fields: { budget: 1, skills: { data: 'partly' } } },
      /^fields.skills.data: /,
    ],
    [
      { ...yes, fields: { budget: 1, skills: { law: 'covered' } } },
      /^fields.skills: /,
    ],
    [{ ...yes, fields: { budget: 1, colour: 'red' } }, /^fields: /],
    [{ ...yes, fields: { budget: 1, until: '2026-02-30' } }, /^fields.until: /],
    [
      { ...yes, expiresAt: '2026-03-01T00:00:00.000Z' },
      /^expiresAt: a time in the future/,
    ],
    // Six months from the first of March end on the first of September.
    [
      { ...yes, expiresAt: '2026-09-01T00:00:00.001Z' },
      /^expiresAt: a time not after 2026-09-01T00:00:00.000Z/,
    ],
    [{ ...yes, answer: 'maybe' }, /^answer: /],
    [{ ...yes, status: 'pass' }, /Unrecognized key/],
  ])('refuses %j', (input, message) => {
    expect(problems(input)).toContainEqual(expect.stringMatching(message));
  });

  it('expires when the check says, or earlier', () => {
    expect(attestationExpiry(question, {}, NOW)).toBe(
      '2026-09-01T00:00:00.000Z',
    );
    expect(
      attestationExpiry(
        question,
        { expiresAt: '2026-04-01T00:00:00.000Z' },
        NOW,
      ),
    ).toBe('2026-04-01T00:00:00.000Z');
  });
});
