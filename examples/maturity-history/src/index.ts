/**
 * The last ninety days of the example organisation.
 *
 * @packageDocumentation
 */
export { exampleHistoryModule as default } from './module';
