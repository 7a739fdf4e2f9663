import { portFrom } from './ports.mjs';

/** Ports of the portal, from the environment or as app-config has them. */
export function portalPorts() {
  return {
    frontend: portFrom('AIRWORTHY_PORT', 3000),
    backend: portFrom('AIRWORTHY_BACKEND_PORT', 7007),
  };
}

/**
 * Settings that the chosen ports change, as environment variables that
 * Backstage lays over app-config.
 */
export function configFor({ frontend, backend }) {
  const setting = (path, value) => [
    `APP_CONFIG_${path}`,
    JSON.stringify(value),
  ];
  return Object.fromEntries([
    setting('app_baseUrl', `http://localhost:${frontend}`),
    setting('backend_baseUrl', `http://localhost:${backend}`),
    setting('backend_listen_port', backend),
    setting('backend_cors_origin', `http://localhost:${frontend}`),
  ]);
}
