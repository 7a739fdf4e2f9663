import { Entity } from '@backstage/catalog-model';

// Annotations that Backstage's on-call and chat plugins read.
const CONTACT_ANNOTATION =
  /^(pagerduty\.com|opsgenie\.com|splunk\.com\/on-call|victorops\.com|grafana\.com\/oncall|ilert\.com|squadcast\.com|rootly\.com|incident\.io|firehydrant\.com)\/|^(slack|chat)[.-]|slack|on-?call/i;
const CONTACT_LINK = /slack|chat|on-?call|pager|opsgenie|teams/i;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

/** Whether an entity names a chat or an on-call service. */
export function hasAlertRoute(entity: Entity): boolean {
  const { annotations = {}, links = [] } = entity.metadata;
  return (
    Object.entries(annotations).some(
      ([name, value]) => isText(value) && CONTACT_ANNOTATION.test(name),
    ) ||
    links.some(({ title, icon, type, url }) =>
      [title, icon, type, url].some(
        text => isText(text) && CONTACT_LINK.test(text),
      ),
    )
  );
}

/** Whether a group or user can be reached by email, chat or an on-call service. */
export function hasContact(entity: Entity): boolean {
  const profile = entity.spec?.profile as { email?: unknown } | undefined;
  return isText(profile?.email) || hasAlertRoute(entity);
}
