import { join } from 'node:path';
import { findFlightsFile } from '../data/findFlightsFile.ts';

const PACKAGE = join(import.meta.dirname, '..', '..');

export const MODELS = join(PACKAGE, 'model');
export const CATALOG_FILE = join(PACKAGE, 'catalog', 'flight-delay.yaml');
export const DEMO = join(PACKAGE, '..', '..', '.demo');
export const FLIGHTS = findFlightsFile(import.meta.filename);
