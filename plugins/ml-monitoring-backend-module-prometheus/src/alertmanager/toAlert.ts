import { DeploymentAlert } from '@airworthy/plugin-ml-monitoring-common';
import { AlertAnswer, SilenceAnswer } from './answers';

/** The address if it can be a link: alerts are written by others, and a script is no runbook. */
export function webAddress(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && !username && !password ? href : undefined;
}

/** What labels and annotations say of an alert. */
export function describeAlert(
  labels: Record<string, string>,
  annotations: Record<string, string>,
): Pick<
  DeploymentAlert,
  'name' | 'severity' | 'summary' | 'description' | 'runbookUrl' | 'labels'
> {
  const { alertname, severity } = labels;
  const { summary, description, message } = annotations;
  const runbookUrl = webAddress(annotations.runbook_url ?? annotations.runbook);
  const text = description ?? message;
  return {
    name: alertname || 'unnamed alert',
    ...(severity && { severity }),
    ...(summary && { summary }),
    ...(text && { description: text }),
    ...(runbookUrl && { runbookUrl }),
    labels,
  };
}

function stateOf({ status }: AlertAnswer): DeploymentAlert['state'] {
  if (status.state !== 'suppressed') return 'firing';
  if (status.silencedBy?.length) return 'silenced';
  return status.inhibitedBy?.length ? 'inhibited' : 'silenced';
}

/** The silence that ends last is the one that counts. */
function silenceOf(
  { status }: AlertAnswer,
  silences: ReadonlyMap<string, SilenceAnswer>,
): DeploymentAlert['silence'] {
  const { silencedBy, mutedBy } = status;
  if (!silencedBy?.length) {
    return mutedBy?.length
      ? { comment: `Muted in the time interval ${mutedBy.join(', ')}` }
      : undefined;
  }
  const [last] = silencedBy
    .flatMap(id => silences.get(id) ?? [])
    .sort((a, b) => Date.parse(b.endsAt) - Date.parse(a.endsAt));
  if (!last) return undefined;
  const { endsAt, createdBy, comment } = last;
  return {
    until: endsAt,
    ...(createdBy && { by: createdBy }),
    ...(comment && { comment }),
  };
}

/** An alert as the portal shows it. */
export function toAlert(
  answer: AlertAnswer,
  silences: ReadonlyMap<string, SilenceAnswer>,
): DeploymentAlert {
  const silence = silenceOf(answer, silences);
  const generatorUrl = webAddress(answer.generatorURL);
  return {
    ...describeAlert(answer.labels, answer.annotations ?? {}),
    state: stateOf(answer),
    startsAt: answer.startsAt,
    ...(generatorUrl && { generatorUrl }),
    ...(silence && { silence }),
  };
}
