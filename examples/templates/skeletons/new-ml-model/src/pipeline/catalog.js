import { updateCatalog } from './updateCatalog.js';

updateCatalog();
