import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';

/** Adds to a record what is known by the time. @public */
export type Note = (meta: JsonObject) => void;

/** Does something that changes data, and records who did it and how it went. @public */
export async function audited<T>(
  auditor: AuditorService,
  request: Request,
  event: { eventId: string; meta: JsonObject },
  action: (note: Note) => Promise<T>,
): Promise<T> {
  const record = await auditor.createEvent({
    eventId: event.eventId,
    request,
    severityLevel: 'medium',
    meta: event.meta,
  });
  const noted: { meta?: JsonObject } = {};
  try {
    const result = await action(meta => {
      noted.meta = { ...noted.meta, ...meta };
    });
    await record.success(noted);
    return result;
  } catch (error) {
    await record.fail({ ...noted, error: toError(error) });
    throw error;
  }
}
