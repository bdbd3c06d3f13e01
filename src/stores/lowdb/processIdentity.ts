import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { hasCode } from './fileOperations.ts';

/** What tells one process from every other, also from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in a form that only compares equal or not. */
  readonly started: string;
  /** Where its number counts: the machine since its last start and, in a container, the container. */
  readonly space: string;
  readonly host: string;
}

/** Linux tells boot and start times in /proc; elsewhere the number and the host have to do. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  const { pid } = process;
  const host = hostname();
  if (process.platform !== 'linux') return { pid, started: String(performance.timeOrigin), space: host, host };
  const [boot, namespace, started] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    readlink('/proc/self/ns/pid'),
    startOf(pid),
  ]);
  return { pid, started: started!, space: `${boot.trim()} ${namespace}`, host };
}

/** Whether a process of this process's own space still runs. */
export async function isRunning(other: ProcessIdentity, own: ProcessIdentity): Promise<boolean> {
  if (other.pid === own.pid) return other.started === own.started;
  if (process.platform === 'linux') return (await startOf(other.pid)) === other.started;
  try {
    process.kill(other.pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/** Clock ticks from the machine's start to the process's, or null where it does not run (proc_pid_stat(5), fields 3 and 22). */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? null : fields[18]!;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return null;
    throw error;
  }
}
