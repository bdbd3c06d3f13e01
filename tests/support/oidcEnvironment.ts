import type { LocalProvider } from '../../tools/oidc/localProvider.ts';

/** The settings by which the product signs in at a provider. */
export function oidcEnvironment(provider: Pick<LocalProvider, 'issuer' | 'clientId' | 'clientSecret'>) {
  return {
    AUTH: 'oidc',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  };
}
