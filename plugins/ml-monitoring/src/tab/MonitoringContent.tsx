/** The health of a deployment. */
export const MonitoringContent = () => <div />;
