import { Rubric } from '../rubric/types';
import { Judged } from './score';
import { LevelGap, LevelProgress } from './types';

/** Whether a result lets a level be reached. */
export function satisfies({ result }: Judged): boolean {
  return result.status === 'pass' || result.status === 'waived';
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const MAX_NAMED = 5;

function explain(progress: Omit<LevelProgress, 'explanation'>): string {
  const { level, missing, missingBelow, total, waived } = progress;
  if (level === 0) return 'Level 0: where every model starts.';
  const aside = waived ? ` (${waived} waived)` : '';
  if (progress.reached) {
    return total === 0
      ? `Level ${level}: reached, it asks for nothing of this model.`
      : `Level ${level}: reached with ${plural(total, 'check')}${aside}.`;
  }
  const below = missingBelow
    ? `${plural(missingBelow, 'check')} missing on lower levels`
    : '';
  if (missing.length === 0) {
    return `Level ${level}: its own checks are met${aside}, but ${below}.`;
  }
  const named = missing.slice(0, MAX_NAMED).map(gap => gap.title);
  const more = missing.length - named.length;
  return `Level ${level}: ${plural(
    missing.length,
    'check',
  )} missing: ${named.join('; ')}${
    more > 0 ? `; and ${more} more` : ''
  }${aside}.${below ? ` Also ${below}.` : ''}`;
}

/**
 * Progress on every level of the rubric. A level is reached when every
 * counted check of levels 1 to it that applies passes or is waived; checks of
 * level 0 hold no model back.
 */
export function levelsOf(
  rubric: Rubric,
  judged: readonly Judged[],
): LevelProgress[] {
  let missingBelow = 0;
  return rubric.levels.map(({ level, title }) => {
    const own = judged.filter(
      ({ check, result }) => result.counted && check.level === level,
    );
    const missing: LevelGap[] = own
      .filter(item => !satisfies(item))
      .map(({ check, result }) => ({
        checkId: check.id,
        title: check.title,
        level,
        status: result.status,
      }));
    const progress = {
      level,
      title,
      reached: level === 0 || missing.length + missingBelow === 0,
      missing,
      missingBelow,
      total: own.length,
      waived: own.filter(({ result }) => result.status === 'waived').length,
    };
    if (level > 0) missingBelow += missing.length;
    return { ...progress, explanation: explain(progress) };
  });
}

/** The highest level that is reached. */
export function levelReached(levels: readonly LevelProgress[]): number {
  return Math.max(
    0,
    ...levels.filter(({ reached }) => reached).map(({ level }) => level),
  );
}
