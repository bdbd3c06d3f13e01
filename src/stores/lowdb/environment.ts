/** Tells the present time: the system's, or a test's. */
export type Clock = () => Date;

/** Where the store tells what a maintainer should know. */
export interface Logger {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}
