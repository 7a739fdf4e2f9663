export * from './TrafficBar';
export * from './TrafficTable';
export * from './describeTraffic';
