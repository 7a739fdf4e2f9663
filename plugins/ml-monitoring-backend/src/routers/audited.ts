import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';

/** Does something that changes data, and records who did it and how it went. */
export async function audited<T>(
  auditor: AuditorService,
  request: Request,
  event: { eventId: string; meta: JsonObject },
  action: () => Promise<T>,
): Promise<T> {
  const record = await auditor.createEvent({
    eventId: event.eventId,
    request,
    severityLevel: 'medium',
    meta: event.meta,
  });
  try {
    const result = await action();
    await record.success();
    return result;
  } catch (error) {
    await record.fail({ error: toError(error) });
    throw error;
  }
}
