/** One line of JSON per event. Fields hold ids, codes and counts; never names, answers, addresses or secrets. */
export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** A logger that writes to the given stream, standard error by default, so that standard output stays for people. */
export function createLogger(write: (line: string) => void = (line) => process.stderr.write(line)): Logger {
  const at =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...fields })}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
