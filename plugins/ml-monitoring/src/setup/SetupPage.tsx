export { SetupView as default } from './SetupView';
