import { RuntimeMetrics } from '../types';

/** The usual names of web servers, and those of OpenTelemetry's semantic conventions. */
export const plainHttp: RuntimeMetrics = {
  name: 'http',
  title: 'Plain HTTP',
  requests: {
    metrics: [
      'http_requests_total',
      'http_request_duration_seconds_count',
      'http_server_request_duration_seconds_count',
    ],
  },
  errors: {
    metrics: [
      'http_requests_total',
      'http_request_duration_seconds_count',
      'http_server_request_duration_seconds_count',
    ],
    where: [
      'code=~"5.."',
      'status=~"5..|5xx"',
      'status_code=~"5.."',
      'http_response_status_code=~"5.."',
    ],
  },
  latency: {
    kind: 'histogram',
    metrics: [
      'http_request_duration_seconds',
      'http_server_request_duration_seconds',
    ],
    unit: 's',
  },
  names: {
    model_name: ['{name}'],
    model: ['{name}'],
    service: ['{name}'],
    service_name: ['{name}'],
    job: ['{name}'],
    app: ['{name}'],
  },
  cannot: [
    'Errors are answers whose label code, status, status_code or http_response_status_code is 500 or above.',
  ],
};
