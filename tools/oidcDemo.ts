import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { maintenanceOf } from '../src/server/maintenance.ts';
import { demoAccounts } from './oidc/demoAccounts.ts';
import { ensureDemoRoster } from './oidc/demoRoster.ts';
import { type LocalProvider, startLocalProvider } from './oidc/localProvider.ts';

/**
 * `npm run oidc:demo`: the product signing in at a real OpenID provider, both on this machine. The provider stays at the
 * same address (`OIDC_PORT`), as its issuer is part of who somebody is.
 */
const root = join(import.meta.dirname, '..');
const env = {
  ...process.env,
  HOST: '127.0.0.1',
  PORT: process.env['PORT'] || '4321',
  DATA_DIR: process.env['DATA_DIR'] || join(root, 'data-oidc-demo'),
  PUBLIC_ORIGIN: '',
};

try {
  await ensureDemoRoster(maintenanceOf(env, giveUp));
  const provider = await startLocalProvider({
    port: Number(process.env['OIDC_PORT'] || 4322),
    productOrigin: `http://127.0.0.1:${env.PORT}`,
    accounts: demoAccounts,
  });
  console.log(`Identity provider: ${provider.issuer} (asks for no password; for trying only)`);
  process.exitCode = await runProduct(provider);
  await provider.close();
} catch (error) {
  giveUp(error instanceof Error ? error : new Error(String(error)));
}

/** Runs the product until a signal ends it: its exit code. */
function runProduct({ issuer, clientId, clientSecret }: LocalProvider): Promise<number> {
  const oidc = { AUTH: 'oidc', OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  const child = spawn(process.execPath, [join(root, 'src', 'server', 'start.ts')], {
    cwd: root,
    env: { ...env, ...oidc },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

function giveUp(error: Error): never {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(isTaken ? 'The port of the provider is in use. Set OIDC_PORT to another one.' : error.message);
  process.exit(1);
}
