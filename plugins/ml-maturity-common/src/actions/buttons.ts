import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { Judged } from '../scores/score';

/** A way to mend a check. @public */
export type ActionButton =
  | {
      kind: 'answer';
      /** The check whose question is answered. */
      checkId: string;
    }
  | {
      kind: 'template';
      /** Entity reference of the template. */
      template: string;
      /** Values that its form is filled with. */
      values: JsonObject;
    }
  | { kind: 'link'; title: string; url: string };

/** What the form of a template is filled with, by the names that templates share. */
function valuesFor(entity: Entity, entityRef: string): JsonObject {
  const values: JsonObject = { entityRef };
  const { owner, system } = (entity.spec ?? {}) as Record<string, unknown>;
  if (typeof owner === 'string') values.owner = owner;
  if (typeof system === 'string') values.system = system;
  if (entity.kind === 'MlModel') values.model = { ref: entityRef };
  const deployments = (entity.relations ?? []).filter(
    ({ type }) => type === 'deployedBy',
  );
  // Which of several is meant, the person knows.
  if (deployments.length === 1) values.deployment = deployments[0].targetRef;
  if (entity.kind === 'MlDeployment') values.deployment = entityRef;
  return values;
}

/**
 * The ways to mend a check. An answer helps only where it would count:
 * without a rule, while the rule's facts are unknown, or where the question
 * stands in for a rule that fails.
 */
export function buttonsFor(
  { check, result }: Judged,
  entity: Entity,
  entityRef: string,
): ActionButton[] {
  const buttons: ActionButton[] = [];
  const { template, links } = check.remediation;
  if (template) {
    const values = { ...valuesFor(entity, entityRef), checkId: check.id };
    buttons.push({ kind: 'template', template, values });
  }
  const answerable =
    check.attestation &&
    (check.rule === undefined ||
      result.status === 'unknown' ||
      result.method === 'attested' ||
      (result.status === 'fail' && check.attestation.standsInFor === 'fail'));
  if (answerable) buttons.push({ kind: 'answer', checkId: check.id });
  for (const { title, url } of links ?? []) {
    buttons.push({ kind: 'link', title, url });
  }
  return check.rule === undefined
    ? buttons.sort(
        (a, b) => Number(b.kind === 'answer') - Number(a.kind === 'answer'),
      )
    : buttons;
}
