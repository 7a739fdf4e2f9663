import { Entity } from '@backstage/catalog-model';
import { belongsTo } from './ModelCounter';

/**
 * Other models with the same owner, or with the same system, whichever are
 * more.
 */
export function siblingsOf(
  entity: Entity,
  counts: ReadonlyMap<string, number>,
  self: number,
): number {
  const most = Math.max(
    0,
    ...belongsTo(entity).map(ref => counts.get(ref) ?? 0),
  );
  return Math.max(0, most - self);
}
