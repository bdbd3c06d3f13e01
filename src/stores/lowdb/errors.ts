import { StoreUnavailableError } from '../../lrs/errors.ts';

/** A file of the store holds something the store never wrote: the store does not open, and changes nothing. */
export class DamagedFileError extends Error {
  readonly code = 'store_damaged';
  override readonly name = 'DamagedFileError';
  readonly path: string;
  /** Where the damage starts, in bytes, where it is known. */
  readonly offset: number | null;

  constructor(path: string, what: string, options: { readonly offset?: number; readonly cause?: unknown } = {}) {
    const place = options.offset === undefined ? path : `${path}, at byte ${options.offset}`;
    const advice =
      'The file is left as it is. Put back the newest backup (npm run restore), or see what is lost (npm run repair).';
    super(`${place}: ${what}. ${advice}`, { cause: options.cause });
    this.path = path;
    this.offset = options.offset ?? null;
  }
}

/** Another process has the data folder, or may have. */
export class StoreLockedError extends Error {
  readonly code = 'store_locked';
  override readonly name = 'StoreLockedError';
}

/** What a maintainer asked for cannot be done; the message says why and what to do. Nothing was changed. */
export class MaintenanceError extends Error {
  readonly code = 'maintenance';
  override readonly name = 'MaintenanceError';
}

/** What callers get for a failed read or write: nothing of theirs was stored. */
export function unavailable(what: string, cause?: unknown): StoreUnavailableError {
  const reason = cause instanceof Error ? `: ${cause.message}` : '';
  return new StoreUnavailableError(`${what}${reason}`, { cause });
}
