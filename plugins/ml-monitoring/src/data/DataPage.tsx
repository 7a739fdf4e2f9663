import type { MonitoringPlace } from '../shared/monitoringPaths';
import { FeaturePage } from './FeaturePage';
import { FeaturesPage } from './FeaturesPage';

/** Whether inputs are as they were: all features, or one of them closely. */
const DataPage = ({ place }: { place: MonitoringPlace }) =>
  place.feature === undefined ? (
    <FeaturesPage />
  ) : (
    <FeaturePage feature={place.feature} />
  );

export default DataPage;
