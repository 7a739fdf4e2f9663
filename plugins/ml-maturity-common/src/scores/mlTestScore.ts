import { MlTestScoreItem } from '../rubric/types';
import { Judged } from './score';
import {
  MlTestScore,
  MlTestScoreItemResult,
  MlTestScoreSection,
} from './types';

const SECTIONS = [
  { id: 'D', title: 'Features and data' },
  { id: 'M', title: 'Model development' },
  { id: 'I', title: 'ML infrastructure' },
  { id: 'O', title: 'Monitoring' },
] as const;

/** Bands by the highest total that still belongs to them, Breck et al. 2017, section VI, table V. */
const BANDS = [
  {
    upTo: 0,
    label: '0',
    description: 'Closer to a research project than to a product.',
  },
  {
    upTo: 1,
    label: 'over 0, up to 1',
    description:
      'Some tests are there, but serious gaps in reliability are possible.',
  },
  {
    upTo: 2,
    label: 'over 1, up to 2',
    description:
      'A first pass at a basic product; more work is likely to be needed.',
  },
  {
    upTo: 3,
    label: 'over 2, up to 3',
    description: 'Reasonably tested; more of it could be automated.',
  },
  {
    upTo: 5,
    label: 'over 3, up to 5',
    description:
      'Strong automated tests and monitoring, fit for critical systems.',
  },
  {
    upTo: Number.POSITIVE_INFINITY,
    label: 'over 5',
    description: 'Exceptional automated tests and monitoring.',
  },
];

function judgeItem(
  item: MlTestScoreItem,
  all: readonly Judged[],
): MlTestScoreItemResult {
  const counted = all.filter(({ result }) => result.counted);
  const checkIds = all.map(({ check }) => check.id);
  const answer = (points: 0 | 0.5 | 1, explanation: string) => ({
    item,
    points,
    checkIds,
    explanation,
  });
  if (all.length === 0)
    return answer(0, 'No check of the rubric stands for it.');
  if (counted.length === 0)
    return answer(0, 'Its checks do not apply or do not count yet.');
  const open = counted.filter(({ result }) => result.status !== 'pass');
  if (open.length) {
    return answer(0, `${open[0].check.title}: ${open[0].result.status}.`);
  }
  return counted.every(({ result }) => result.method === 'automated')
    ? answer(1, 'Done, and checked automatically.')
    : answer(0.5, 'Done and documented by hand.');
}

/**
 * The ML Test Score: an item that is done and checked automatically is worth
 * a point, one that a person attests half a point; the least of the four
 * sections is the total.
 *
 * @remarks
 * Breck et al., The ML Test Score, IEEE Big Data 2017: items in sections II
 * to V, computing and reading the score in section VI. Where several checks
 * stand for one item, all of them have to hold. A waived item earns nothing:
 * the score tells what is tested, not what was excused.
 */
export function mlTestScoreOf(judged: readonly Judged[]): MlTestScore {
  const byItem = new Map<MlTestScoreItem, Judged[]>();
  for (const item of judged) {
    const { mlTestScore } = item.check;
    if (mlTestScore === undefined) continue;
    const same = byItem.get(mlTestScore);
    if (same) same.push(item);
    else byItem.set(mlTestScore, [item]);
  }
  const sections = SECTIONS.map(({ id, title }): MlTestScoreSection => {
    const items = [1, 2, 3, 4, 5, 6, 7].map(number => {
      const item = `${id}${number}` as MlTestScoreItem;
      return judgeItem(item, byItem.get(item) ?? []);
    });
    return {
      id,
      title,
      items,
      points: items.reduce((sum, item) => sum + item.points, 0),
    };
  });
  const total = Math.min(...sections.map(({ points }) => points));
  const { label, description } = BANDS.find(({ upTo }) => total <= upTo)!;
  const least = sections.filter(({ points }) => points === total);
  return {
    total,
    band: { label, description },
    sections,
    explanation: `${total} of 7, the least of ${sections
      .map(section => `${section.title} ${section.points}`)
      .join(', ')}; held back by ${least
      .map(section => section.title)
      .join(', ')}.`,
  };
}
