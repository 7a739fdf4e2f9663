/** How a server knows the portal. */
export type ServerAuth =
  | { kind: 'bearer'; token: string }
  | { kind: 'basic'; username: string; password: string };

/** A server of app-config. */
export interface ServerConfig {
  /** What kind of system it is, for texts. */
  product: 'Prometheus' | 'Alertmanager';
  name: string;
  url: URL;
  auth?: ServerAuth;
  headers: Record<string, string>;
  timeoutSeconds: number;
  /** Requests at once. */
  concurrency: number;
}

/** A server that answers PromQL. */
export interface PrometheusServerConfig extends ServerConfig {
  method: 'GET' | 'POST';
  /** The most points of a series. */
  maxPoints: number;
  scrapeIntervalSeconds: number;
}
