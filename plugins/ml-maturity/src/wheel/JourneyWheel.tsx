import { KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlMaturityTranslationRef } from '../translation';
import { layoutSectors } from './geometry';
import { StepSegment } from './StepSegment';
import { StepTooltip } from './StepTooltip';
import { WheelHub } from './WheelHub';
import { WheelPatterns } from './WheelPatterns';
import { PhaseArc } from './PhaseArc';
import { GAP, SIZE } from './measures';
import { WheelPhase } from './wheelPhases';
import styles from './wheel.module.css';

interface Props {
  phases: WheelPhase[];
  /** Title of the track, if there is one. */
  track?: string;
  onOpen: (checkId: string) => void;
}

const MOVES: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * The journey as a wheel: a sector for each phase, a segment for each step.
 * One segment is in the order of the Tab key, arrows move between them.
 */
export const JourneyWheel = ({ phases, track, onOpen }: Props) => {
  const { t } = useTranslationRef(mlMaturityTranslationRef);
  const prefix = useId().replace(/:/g, '');
  const root = useRef<SVGSVGElement>(null);
  const [focusable, setFocusable] = useState(0);
  const [shown, setShown] = useState<number>();
  const sectors = useMemo(
    () =>
      layoutSectors(
        phases.map(({ steps }) => steps.length),
        GAP.phase,
      ),
    [phases],
  );
  const steps = useMemo(
    () =>
      phases.flatMap((phase, p) =>
        phase.steps.map((step, s) => {
          const { start, end } = sectors[p].steps[s];
          // A drawn phase of two phases shows where the second one begins.
          const begins = s > 0 && phase.steps[s - 1].phase !== step.phase;
          const ends =
            s + 1 < phase.steps.length &&
            phase.steps[s + 1].phase !== step.phase;
          return {
            step,
            start: begins ? start + GAP.part / 2 : start,
            end: ends ? end - GAP.part / 2 : end,
          };
        }),
      ),
    [phases, sectors],
  );
  const done = phases.reduce((sum, phase) => sum + phase.done, 0);

  const move = (event: KeyboardEvent, at: number) => {
    if (event.key === 'Escape') setShown(undefined);
    const next = MOVES[event.key]?.(at, steps.length);
    if (next === undefined) return;
    event.preventDefault();
    setFocusable(next);
    root.current?.querySelector<SVGGElement>(`[data-step="${next}"]`)?.focus();
  };

  return (
    <div
      className={styles.root}
      onPointerLeave={() => setShown(undefined)}
      data-active={shown !== undefined}
    >
      <svg
        ref={root}
        className={styles.svg}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="group"
        aria-label={t('wheel.label', {
          done: String(done),
          total: String(steps.length),
        })}
      >
        <WheelPatterns prefix={prefix} />
        {phases.map((phase, p) => (
          <PhaseArc
            key={phase.id}
            id={`${prefix}-phase-${p}`}
            number={p + 1}
            phase={phase}
            sector={sectors[p]}
          />
        ))}
        {steps.map(({ step, start, end }, i) => (
          <StepSegment
            key={step.id}
            index={i}
            step={step}
            start={start}
            end={end}
            prefix={prefix}
            isFocusable={i === Math.min(focusable, steps.length - 1)}
            isShown={shown === i}
            tooltipId={shown === i ? `${prefix}-tooltip` : undefined}
            onShow={() => setShown(i)}
            onFocus={() => {
              setFocusable(i);
              setShown(i);
            }}
            onBlur={() => setShown(undefined)}
            onKeyDown={event => move(event, i)}
            onOpen={() => onOpen(step.id)}
          />
        ))}
        <WheelHub done={done} total={steps.length} track={track} />
      </svg>
      {shown !== undefined && steps[shown] && (
        <StepTooltip id={`${prefix}-tooltip`} {...steps[shown]} />
      )}
    </div>
  );
};
