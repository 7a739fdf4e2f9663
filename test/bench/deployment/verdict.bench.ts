/**
 * How often the verdict on a rollout is wrong, over simulated rollouts that are
 * looked at again and again: node --require @backstage/cli/config/nodeTransform.cjs
 * test/bench/deployment/verdict.bench.ts [rollouts]
 */
import { compareProportions } from '@airworthy/plugin-ml-monitoring-common';
import {
  VerdictDecision,
  evidenceOf,
  judgeRollout,
} from '@airworthy/plugin-ml-deployment-common';

const ROLLOUTS = Number(process.argv[2] ?? 10_000);
const LOOKS = 20;
const SAMPLE = 2_000;

/** Deterministic numbers between 0 and 1: mulberry32. */
function randomOf(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Situation {
  title: string;
  stable: number;
  candidate: number;
  /** What the candidate's error ratio must stay below, above the stable one's. */
  limit: number;
  isBad: boolean;
}

const SITUATIONS: Situation[] = [
  {
    title: 'worse by just the limit',
    stable: 0.02,
    candidate: 0.03,
    limit: 0.01,
    isBad: true,
  },
  {
    title: 'worse by twice the limit',
    stable: 0.02,
    candidate: 0.04,
    limit: 0.01,
    isBad: true,
  },
  {
    title: 'equal, has to be better',
    stable: 0.02,
    candidate: 0.02,
    limit: 0,
    isBad: true,
  },
  {
    title: 'worse, has to be better',
    stable: 0.02,
    candidate: 0.03,
    limit: 0,
    isBad: true,
  },
  {
    title: 'equal, may be worse by the limit',
    stable: 0.02,
    candidate: 0.02,
    limit: 0.01,
    isBad: false,
  },
  {
    title: 'better by half',
    stable: 0.02,
    candidate: 0.01,
    limit: 0.01,
    isBad: false,
  },
];

function rollOut(situation: Situation, random: () => number) {
  const { stable, candidate, limit } = situation;
  const step = (2 * SAMPLE) / LOOKS;
  let failedStable = 0;
  let failedCandidate = 0;
  let decision: VerdictDecision = 'hold';
  let rows = 0;
  for (let look = 0; look < LOOKS && decision === 'hold'; look++) {
    rows += step;
    for (let i = 0; i < step; i++) {
      if (random() < stable) failedStable++;
      if (random() < candidate) failedCandidate++;
    }
    decision = judgeRollout({
      checks: [{ metric: 'error_ratio', measure: 'difference', limit }],
      stopRules: [],
      evidence: evidenceOf([
        {
          metric: 'error_ratio',
          title: 'Error ratio',
          unit: 'ratio',
          better: 'lower',
          difference: compareProportions(
            { successes: failedStable, trials: rows },
            { successes: failedCandidate, trials: rows },
          ),
        },
      ]),
      settings: { sampleSize: SAMPLE },
    }).decision;
  }
  return { decision, rows };
}

const percent = (count: number) => `${((100 * count) / ROLLOUTS).toFixed(2)} %`;

console.log(
  `${ROLLOUTS} rollouts each, planned sample ${SAMPLE}, ${LOOKS} looks up to twice the sample, alpha 5 %`,
);
console.log(
  '| Candidate | Promoted | Rolled back | Held to the end | Requests until decided, median |',
);
console.log('| --- | ---: | ---: | ---: | ---: |');
const began = performance.now();
let wrong = 0;
SITUATIONS.forEach((situation, i) => {
  const random = randomOf(1_000 + i);
  const counts = { promote: 0, hold: 0, 'roll-back': 0 };
  const needed: number[] = [];
  for (let n = 0; n < ROLLOUTS; n++) {
    const { decision, rows } = rollOut(situation, random);
    counts[decision]++;
    if (decision !== 'hold') needed.push(rows);
  }
  if (situation.isBad) wrong = Math.max(wrong, counts.promote);
  needed.sort((a, b) => a - b);
  console.log(
    `| ${situation.title} | ${percent(counts.promote)} | ${percent(
      counts['roll-back'],
    )} | ${percent(counts.hold)} | ${needed[needed.length >> 1] ?? '–'} |`,
  );
});
const judged = SITUATIONS.length * ROLLOUTS * LOOKS;
console.log(
  `Most often promoted wrongly: ${percent(wrong)}. At most ${(
    (1_000 * (performance.now() - began)) /
    judged
  ).toFixed(1)} µs a verdict, simulation included.`,
);
