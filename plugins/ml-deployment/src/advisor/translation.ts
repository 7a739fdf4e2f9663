import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the questions and of the advice. */
export const mlAdvisorTranslationRef = createTranslationRef({
  id: 'plugin.ml-deployment.advisor',
  messages: {
    group: {
      harm: 'What is at stake',
      load: 'What it answers',
      evidence: 'How you will know',
      platform: 'What you have',
    },
    notAnswered: 'Not answered',
    yes: 'Yes',
    no: 'No',
    requests: 'requests a day',
    platformHint: 'With nothing ticked it is not answered.',
    nothing: 'None of these',
    answer: {
      risk: { low: 'Little', medium: 'Some', high: 'Much' },
      reversible: { yes: 'Yes', 'with-effort': 'With effort', no: 'No' },
      labelDelay: {
        minutes: 'Within minutes',
        hours: 'Within hours',
        days: 'Within days',
        weeks: 'After weeks',
        never: 'Never',
      },
      state: {
        stateless: 'It stands alone',
        session: 'It belongs to a session',
        acts: 'It makes something happen',
      },
      workload: {
        requests: 'Callers wait for answers',
        queue: 'Work is taken from a queue',
        batch: 'Work is done in batches',
      },
      spareCapacity: {
        none: 'None',
        some: 'Some',
        double: 'As much again',
      },
      latencyObjective: {
        none: 'None',
        relaxed: 'Yes, with room to spare',
        tight: 'Yes, and it is tight',
      },
      platform: {
        weights: 'Split traffic by weight',
        mirror: 'Mirror requests',
        headers: 'Route by header or cookie',
        'variant-metrics': 'Tell the figures of versions apart',
      },
    },
    ranking: {
      label: 'Strategies, best first',
      choose: 'Strategy',
      first: 'First choice',
      ruledOut: 'Ruled out',
      reasons: 'Reasons for {{ strategy }}: {{ pros }} for, {{ cons }} against',
      count: '{{ pros }} for, {{ cons }} against',
      for: 'For',
      against: 'Against',
      rulesOut: 'rules it out',
      points: '{{ points }} points',
      none: 'Nothing in the answers speaks for or against it.',
      source: 'Source: {{ title }}',
    },
    advice: {
      clear: '{{ first }} is the first choice.',
      close:
        '{{ first }} is the first choice, but {{ second }} comes close behind.',
      impossible: 'Your answers rule every strategy out.',
      followedBy:
        'It compares and then ends: {{ next }} brings the version to all users afterwards.',
      changes: 'What would change the first choice',
      change: '{{ question }} “{{ answer }}”: {{ first }} instead',
      open: 'Not answered yet, and could change it',
      steady: 'No single other answer would change it.',
      example: '{{ requests }}, for example',
    },
  },
});
