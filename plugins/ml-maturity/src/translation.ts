import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { answerMessages } from './answer/messages';

/** Texts of the plugin. @public */
export const mlMaturityTranslationRef = createTranslationRef({
  id: 'plugin.ml-maturity',
  messages: {
    retry: 'Try again',
    cancel: 'Cancel',
    loading: 'Loading',
    failed: 'The maturity could not be read',
    rubric: 'Rubric',
    trackOf: '{{ title }} track',
    noTrack: 'No track',
    evaluated: 'evaluated {{ when }}',
    evaluation: {
      start: 'Evaluate now',
      failed: 'The evaluation failed',
      mayNot: 'you have no permission to start an evaluation',
    },
    notCurrent:
      'The rubric has changed. These results are replaced at the next evaluation.',
    rubricProblems_one:
      'A newer version of this rubric has a problem; the last good one is in force',
    rubricProblems_other:
      'A newer version of this rubric has {{count}} problems; the last good one is in force',
    views: 'Parts of the maturity',
    view: {
      overview: 'Overview',
      checks: 'Checks',
      history: 'History',
      assessment: 'Assessment',
    },
    notEvaluated: {
      title: 'Being evaluated for the first time',
      brief: 'This model is being evaluated for the first time.',
      detail:
        'Facts about this model are being collected; the evaluation began {{ age }}. This page looks again by itself.',
      problem: 'The last attempt failed: {{ message }}',
      look: 'Look again',
    },
    notCovered: {
      title: 'No rubric covers this model',
      detail:
        'No rubric in force applies to this model, so nothing is asked of it.',
    },
    collector: {
      failing_one: 'Facts from one source are missing or old',
      failing_other: 'Facts from {{count}} sources are missing or old',
      missing:
        '{{ id }} facts are not there: the last try, {{ at }} ago, failed because {{ message }}',
      failed:
        '{{ id }} facts are {{ age }} old: the last try, {{ at }} ago, failed because {{ message }}',
    },
    state: {
      pass: 'Passes',
      fail: 'Fails',
      unknown: 'Unknown',
      error: 'Error',
      waived: 'Waived',
      'not-applicable': 'Does not apply',
      draft: 'Not counted yet',
    },
    method: {
      automated: 'by facts',
      attested: 'by answer',
      none: 'open',
    },
    effort: {
      small: 'Small effort',
      medium: 'Medium effort',
      large: 'Large effort',
    },
    cause: {
      entity: '(the entity changed)',
      fact: '(a fact changed)',
      attestation: '(an answer)',
      waiver: '(a waiver)',
      rubric: '(the rubric changed)',
      time: '(time passed)',
    },
    level: {
      of: 'Level {{ level }}',
      named: 'Level {{ level }}: {{ title }}',
      short: 'level {{ level }}',
      waived_one: '{{count}} check waived',
      waived_other: '{{count}} checks waived',
      reached: 'Reached',
      progress: '{{ done }} of {{ total }} checks',
      towards: 'What level {{ level }} waits for',
      highest: 'The highest level is reached',
      showAll_one: 'Show the missing check',
      showAll_other: 'Show all {{count}} missing checks',
    },
    score: {
      label: 'Score',
      title: 'Score',
      explanation:
        '{{ passed }} checks pass, {{ open }} are open, {{ unknown }} of them unknown. Checks weigh differently; waived ones are left out.',
    },
    category: {
      label: 'Score by category',
      counts: '{{ pass }} of {{ total }} pass, {{ unknown }} unknown',
    },
    testScore: {
      label: 'ML Test Score',
      band: 'Band {{ label }}',
      points: '{{ points }} of 7',
      noCheck: 'No check of the rubric stands for it',
      key: 'A tick is checked automatically and worth 1, a person is by answer and worth 0.5.',
    },
    wheel: {
      title: 'Journey',
      label:
        'Journey to production: {{ done }} of {{ total }} steps done. Arrow keys move between steps.',
      step: '{{ title }}: {{ state }}',
      list: 'Steps of the journey',
      stepsDone: 'steps done',
      phaseDone: '{{ done }} of {{ total }}',
    },
    action: {
      title: 'Next best actions',
      next: 'Do next',
      none: 'Nothing is open: every check that counts passes or is waived.',
      all_other: 'Show all {{count}}',
      all_one: 'Show all',
      fewer: 'Show fewer',
    },
    remedy: {
      answer: 'Answer',
      answerAgain: 'Answer again',
      answerOf: 'Answer: {{ title }}',
      template: 'Use template',
      templateOf: 'Use template {{ name }} for {{ title }}',
      unknownRights:
        'What you may do could not be read, so nothing can be changed here: {{ message }}',
      mayNotAnswer:
        'You may look, but not answer: that is for the owners of this model and those who have the permission.',
    },
    checks: {
      search: 'Search checks',
      groupBy: 'Group by',
      by: { category: 'Category', phase: 'Phase', level: 'Level' },
      filters: 'Filters',
      clear: 'Clear search and filters',
      clearLevel: 'Remove filter: level {{ level }}',
      none: 'No check matches.',
      noPhase: 'Practices beside the journey',
      shown:
        '{{ shown }} of {{ total }} checks shown; {{ skipped }} do not apply',
      passing: '{{ pass }} of {{ total }} pass',
      expires: 'ends {{ when }}',
      expired: 'expired',
    },
    filter: {
      failing: 'Failing',
      unknown: 'Unknown',
      waived: 'Waived',
      expiring: 'Expiring',
      passing: 'Passing',
      draft: 'Not counted yet',
      'not-applicable': 'Does not apply',
    },
    check: {
      result: 'Result',
      expects: 'Looked for: {{ text }}',
      draft: 'A draft: it is shown, and does not count.',
      from: 'It counts from {{ day }}.',
      facts: 'Facts',
      noFacts: 'No fact that it reads is known.',
      rule: 'Rule',
      mend: 'How to mend it',
      why: 'Why it matters',
      about: 'About this check',
      weight: 'weight {{ weight }}',
      testScore: 'ML Test Score {{ item }}',
      records: 'Answers, waivers and history',
    },
    fact: { name: 'Fact', value: 'Value', age: 'Collected' },
    history: {
      score: 'Score over time',
      byDay: 'Score by day',
      day: 'Day',
      axis: 'Score in percent',
      span: 'Time shown',
      days_one: 'Last day',
      days_other: 'Last {{count}} days',
      events: 'What changed',
      noEvents: 'Nothing changed in this time.',
      became: 'became',
      older: 'Show older',
      unread: 'The history could not be read',
      tooShort: 'No earlier score to compare with yet.',
      change: '{{ points }} points in {{ days }} days',
      sparkline:
        'Score went from {{ from }} to {{ to }} within {{ days }} days',
    },
    ...answerMessages,
    card: {
      title: 'Maturity',
      ofModel: 'Maturity of the model',
      noModel: 'The model of this deployment is not in the catalog.',
      open: 'See journey and checks',
    },
    column: {
      none: 'Not evaluated',
      failed: 'Could not be read: {{ message }}',
      score: 'score {{ score }}',
      unknown_one: '{{count}} unknown',
      unknown_other: '{{count}} unknown',
    },
  },
});
