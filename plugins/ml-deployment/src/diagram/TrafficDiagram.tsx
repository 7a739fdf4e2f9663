import { formatPercent } from '@airworthy/plugin-ml-models-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { mlSharedTranslationRef } from '../shared/translation';
import { FlowPath } from './FlowPath';
import { NoAnswer } from './NoAnswer';
import { UserGlyph } from './UserGlyph';
import { VersionBox } from './VersionBox';
import { describeFrame } from './describeFrame';
import { TrafficFrame } from './frames';
import styles from './diagram.module.css';

interface Props {
  frame: TrafficFrame;
  /** Names of the versions where they are known. */
  titles?: { old: string; next: string };
}

const WIDTH = 340;
const HEIGHT = 150;
const ROWS = { old: 40, next: 110 } as const;
const BOXES = 208;
const USERS = 36;
const MIDDLE = HEIGHT / 2;

/** Who is answered by which version: users, both versions, shares and copies. */
export const TrafficDiagram = ({ frame, titles }: Props) => {
  const { t } = useTranslationRef(mlSharedTranslationRef);
  const { old, next, mirrored, groups, mixed } = frame;
  const shareOf = (share: number | undefined, copies?: number) => {
    if (copies) return t('diagram.copy', { share: formatPercent(copies) });
    if (share === undefined) return t('diagram.absent');
    if (mixed) return t('diagram.part');
    return share > 0 ? formatPercent(share) : t('diagram.idle');
  };
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={describeFrame(frame, t)}
      className={styles.diagram}
    >
      {groups ? (
        <>
          <UserGlyph x={USERS} y={ROWS.old} label={t('diagram.groupA')} />
          <UserGlyph
            x={USERS}
            y={ROWS.next}
            label={t('diagram.groupB')}
            isSecond
          />
        </>
      ) : (
        <UserGlyph x={USERS} y={MIDDLE} label={t('diagram.users')} />
      )}
      <FlowPath
        from={[USERS + 28, groups ? ROWS.old : MIDDLE]}
        to={[BOXES, ROWS.old]}
        share={groups ? Math.min(old ?? 0, 50) : old}
        lane="old"
      />
      <FlowPath
        from={[USERS + 28, groups ? ROWS.next : MIDDLE]}
        to={[BOXES, groups && !next ? ROWS.old + 10 : ROWS.next]}
        share={groups && !next ? 50 : next}
        lane={groups && !next ? 'old' : 'next'}
      />
      {mirrored !== undefined && mirrored > 0 && (
        <FlowPath
          from={[128, (MIDDLE + ROWS.old) / 2]}
          to={[BOXES, ROWS.next]}
          share={mirrored}
          lane="copy"
        />
      )}
      {!old && !next && (
        <NoAnswer x={USERS + 28} y={MIDDLE} label={t('diagram.noAnswer')} />
      )}
      <VersionBox
        x={BOXES}
        y={ROWS.old}
        lane="old"
        title={titles?.old ?? t('diagram.old')}
        detail={shareOf(old)}
        isDim={old === undefined}
      />
      <VersionBox
        x={BOXES}
        y={ROWS.next}
        lane="next"
        title={titles?.next ?? t('diagram.next')}
        detail={shareOf(next, mirrored)}
        isDim={next === undefined}
      />
    </svg>
  );
};
