import { useCallback, useEffect, useRef, useState } from 'react';
import { CatalogApi } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { download } from '@airworthy/plugin-ml-models-react';
import { ListQuery } from '../query/buildQuery';
import { MAX_EXPORT_ROWS, ReadProgress, readAll } from './readAll';

/** How an export stands. */
export type ExportStatus =
  | { state: 'idle' }
  | ({ state: 'running' } & ReadProgress)
  | ({ state: 'cut' } & ReadProgress)
  | { state: 'failed'; error: Error };

/** What an export needs. */
export interface ExportSource {
  catalogApi: CatalogApi;
  fileName: string;
  resolve: () => Promise<ListQuery | undefined>;
  /** Makes the file's text of entities page by page. */
  write: (pages: Entity[][]) => string;
  /** More to read for a page before it is written. */
  enrich?: (page: Entity[]) => Promise<void>;
}

/** Exports a whole list in the background, with progress; can be cancelled. */
export function useCsvExport() {
  const [status, setStatus] = useState<ExportStatus>({ state: 'idle' });
  const running = useRef<AbortController>();

  useEffect(() => () => running.current?.abort(), []);

  const cancel = useCallback(() => {
    running.current?.abort();
    setStatus({ state: 'idle' });
  }, []);

  const start = useCallback(async (source: ExportSource) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setStatus({ state: 'running', done: 0, total: 0 });
    try {
      const query = await source.resolve();
      const pages: Entity[][] = [];
      let progress: ReadProgress = { done: 0, total: 0 };
      if (query) {
        for await (const page of readAll(source.catalogApi, query, signal)) {
          await source.enrich?.(page.items);
          signal.throwIfAborted();
          pages.push(page.items);
          progress = { done: page.done, total: page.total };
          setStatus({ state: 'running', ...progress });
        }
      }
      signal.throwIfAborted();
      download(source.write(pages), source.fileName);
      setStatus(
        progress.total > MAX_EXPORT_ROWS
          ? { state: 'cut', ...progress }
          : { state: 'idle' },
      );
    } catch (error) {
      if (!signal.aborted)
        setStatus({ state: 'failed', error: toError(error) });
    }
  }, []);

  return { status, start, cancel };
}
