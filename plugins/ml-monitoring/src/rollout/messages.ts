/** Texts of the page Rollout. */
export const rolloutMessages = {
  rollout: {
    traffic: 'Variants and traffic',
    candidate: 'Candidate',
    none: 'There is one variant only, so there is nothing to compare.',
    comparison: '{{ candidate }} against {{ stable }}',
    comparisonAbout:
      'Candidate minus stable in the same period, with the interval of the difference.',
    noMetrics: 'No figure is known of both variants.',
    metric: 'Figure',
    difference: 'Difference',
    verdict: 'What it says',
    scales:
      'Each line has a scale of its own; the dashed line is no difference. Intervals are of {{ level }}%.',
    verdicts: {
      better: 'Better',
      worse: 'Worse',
      different: 'Different, neither better nor worse',
      noDifference: 'No clear difference',
      notEnough: 'Not enough data',
      unknown: 'Unknown',
    },
  },
  agreement: {
    title: 'Agreement',
    about: 'Answers of both versions to the same {{ pairs }} requests.',
    rate: 'Same answer',
    kappa: 'Cohen’s kappa',
    difference: 'Mean absolute difference',
  },
  disagreement: {
    title: 'Largest disagreements',
    notAllowed:
      'You have no permission to see rows of this deployment’s log, so its disagreements are not shown.',
    count:
      '{{ disagreeing }} of {{ pairs }} requests were answered differently.',
    none: 'Both variants answered every request alike.',
    request: 'Request',
    stable: 'Stable',
    candidate: 'Candidate',
    distance: 'Distance',
    inputs: 'Inputs',
  },
} as const;
