import { dirname } from 'node:path';
import type { FileOperations, OpenFile } from '../../src/stores/lowdb/fileOperations.ts';

/** What is written to a disk between two crashes in pieces of this size, each as a whole: bytes. */
const sector = 512;

type Change =
  | { readonly kind: 'write'; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number };

/** A file's content: what programs see, and what the disk holds if the power goes before the next flush. */
interface Inode {
  seen: Buffer;
  durable: Buffer;
  /** Changes since the last flush. */
  readonly unflushed: Change[];
  touched: Date;
}

/** One step in a folder: names that get a file, and names that go. */
interface NameChange {
  readonly folder: string;
  readonly apply: (names: Map<string, Inode>) => void;
}

/** Chooses what of the unflushed reached the disk: asked once for each piece. */
export type Survives = () => boolean;

/** A disk in memory that knows what a power cut would leave of it. Folders themselves are durable at once. */
export class SimulatedDisk implements FileOperations {
  #names = new Map<string, Inode>();
  #durableNames = new Map<string, Inode>();
  #nameChanges: NameChange[] = [];
  /** How many bytes all files may take together. */
  quota = Infinity;
  /** Called after each change of the disk. */
  afterChange: () => void = () => {};

  /** How many pieces of data, and how many changes of names, a power cut could take now. */
  get atRisk(): { readonly pieces: number; readonly names: number } {
    const inodes = new Set([...this.#names.values(), ...this.#durableNames.values()]);
    const pieces = [...inodes].reduce((sum, { unflushed }) => sum + unflushed.flatMap(piecesOf).length, 0);
    return { pieces, names: this.#nameChanges.length };
  }

  /** The disk as a power cut leaves it: the first `names` unflushed changes of names, and the pieces that survive. */
  afterPowerLoss(names: number, survives: Survives): SimulatedDisk {
    const left = new Map(this.#durableNames);
    for (const { apply } of this.#nameChanges.slice(0, names)) apply(left);
    const disk = new SimulatedDisk();
    const copies = new Map<Inode, Inode>();
    for (const [path, inode] of left) {
      const copy = copies.get(inode) ?? inodeOf(contentAfter(inode, survives), inode.touched);
      copies.set(inode, copy);
      disk.#names.set(path, copy);
      disk.#durableNames.set(path, copy);
    }
    return disk;
  }

  /** A copy of everything programs see: what a killed process leaves. */
  afterKill(): SimulatedDisk {
    const disk = new SimulatedDisk();
    for (const [path, { seen, touched }] of this.#names) {
      const copy = inodeOf(Buffer.from(seen), touched);
      disk.#names.set(path, copy);
      disk.#durableNames.set(path, copy);
    }
    return disk;
  }

  /** The content of a file, or null. */
  content(path: string): Buffer | null {
    return this.#names.get(path)?.seen ?? null;
  }

  /** Puts a file on the disk, or takes it away where `content` is null. */
  put(path: string, content: Buffer | null): void {
    for (const names of [this.#names, this.#durableNames]) {
      if (content === null) names.delete(path);
      else names.set(path, inodeOf(Buffer.from(content), new Date(0)));
    }
  }

  /** Every file's path and content as one text: equal for equal disks. */
  fingerprint(): string {
    const entries = [...this.#names].sort(([one], [other]) => (one < other ? -1 : 1));
    return entries.map(([path, { seen }]) => `${path} ${seen.toString('base64')}`).join('\n');
  }

  async open(path: string, mode: 'read' | 'update' | 'create' | 'replace'): Promise<OpenFile> {
    await turn();
    const present = this.#names.get(path);
    if (present === undefined && (mode === 'read' || mode === 'update')) throw failure('ENOENT', path);
    if (present !== undefined && mode === 'create') throw failure('EEXIST', path);
    const inode = present ?? inodeOf(Buffer.alloc(0), new Date(0));
    if (present === undefined) this.#change(path, (names) => names.set(path, inode));
    else if (mode === 'replace') this.#write(inode, { kind: 'truncate', length: 0 });
    return this.#openFile(inode);
  }

  async rename(from: string, to: string): Promise<void> {
    await turn();
    const inode = this.#names.get(from);
    if (inode === undefined) throw failure('ENOENT', from);
    this.#change(to, (names) => {
      if (names.get(from) === inode) names.delete(from);
      names.set(to, inode);
    });
  }

  async unlink(path: string): Promise<void> {
    await turn();
    if (!this.#names.has(path)) throw failure('ENOENT', path);
    this.#change(path, (names) => names.delete(path));
  }

  async makeFolder(): Promise<void> {
    await turn();
  }

  async removeFolder(path: string): Promise<void> {
    await turn();
    for (const name of this.#names.keys()) if (name.startsWith(`${path}/`)) this.put(name, null);
  }

  async listFolder(path: string): Promise<readonly string[]> {
    await turn();
    const inside = [...this.#names.keys()].filter((name) => name.startsWith(`${path}/`));
    const names = inside.map((name) => name.slice(path.length + 1).replace(/\/.*$/, '/'));
    return [...new Set(names)].sort();
  }

  async syncFolder(path: string): Promise<void> {
    await turn();
    for (const { folder, apply } of this.#nameChanges) if (folder === path) apply(this.#durableNames);
    this.#nameChanges = this.#nameChanges.filter(({ folder }) => folder !== path);
    this.afterChange();
  }

  #change(path: string, apply: (names: Map<string, Inode>) => void): void {
    apply(this.#names);
    this.#nameChanges.push({ folder: dirname(path), apply });
    this.afterChange();
  }

  #write(inode: Inode, change: Change): void {
    inode.seen = applied(inode.seen, change);
    inode.unflushed.push(change);
    this.afterChange();
  }

  #openFile(inode: Inode): OpenFile {
    return {
      write: async (buffer, offset, length, position) => {
        await turn();
        const grows = Math.max(0, position + length - inode.seen.length);
        if (grows > 0 && this.#size() + grows > this.quota) throw failure('ENOSPC', 'write');
        this.#write(inode, { kind: 'write', position, bytes: Buffer.from(buffer.subarray(offset, offset + length)) });
        return length;
      },
      read: async (buffer, offset, length, position) => {
        await turn();
        const bytes = inode.seen.subarray(position, position + length);
        buffer.set(bytes, offset);
        return bytes.length;
      },
      truncate: async (length) => {
        await turn();
        this.#write(inode, { kind: 'truncate', length });
      },
      datasync: async () => {
        await turn();
        inode.durable = inode.seen;
        inode.unflushed.length = 0;
        this.afterChange();
      },
      touch: (at) => {
        inode.touched = at;
        return Promise.resolve();
      },
      touchedAt: () => Promise.resolve(inode.touched),
      close: turn,
    };
  }

  #size(): number {
    return [...new Set(this.#names.values())].reduce((sum, { seen }) => sum + seen.length, 0);
  }
}

function inodeOf(content: Buffer, touched: Date): Inode {
  return { seen: content, durable: content, unflushed: [], touched };
}

/** Lets other work go on, as a real disk does. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function contentAfter({ durable, unflushed }: Inode, survives: Survives): Buffer {
  return unflushed
    .flatMap(piecesOf)
    .reduce((content, piece) => (survives() ? applied(content, piece) : content), durable);
}

/** A write tears where sectors meet. */
function piecesOf(change: Change): Change[] {
  if (change.kind === 'truncate') return [change];
  const pieces: Change[] = [];
  for (let start = 0; start < change.bytes.length;) {
    const position = change.position + start;
    const end = start + (sector - (position % sector));
    pieces.push({ kind: 'write', position, bytes: change.bytes.subarray(start, end) });
    start = end;
  }
  return pieces;
}

function applied(content: Buffer, change: Change): Buffer {
  const end =
    change.kind === 'truncate' ? change.length : Math.max(content.length, change.position + change.bytes.length);
  const next = Buffer.alloc(end);
  content.copy(next);
  if (change.kind === 'write') change.bytes.copy(next, change.position);
  return next;
}

function failure(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code });
}
