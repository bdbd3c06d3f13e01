import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Node keeps what it made of a file, as `NODE_COMPILE_CACHE`. The tests start the product and its tools hundreds of
 * times: with it a start takes less than two thirds of the time.
 */
export const compileCache = join(tmpdir(), 'oppihetki-compile-cache');
