import { CustomErrorBase } from '@backstage/errors';
import { SourceFailure } from '@airworthy/plugin-ml-monitoring-common';

/** Why a source could not answer; the message is shown to readers, so it holds no secrets. @public */
export class MonitoringSourceError extends CustomErrorBase {
  name = 'MonitoringSourceError' as const;
  readonly kind: SourceFailure['kind'];

  constructor(kind: SourceFailure['kind'], message: string, cause?: unknown) {
    super(message, cause);
    this.kind = kind;
  }
}
