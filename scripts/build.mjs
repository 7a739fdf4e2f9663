import { buildProduction } from './lib/production.mjs';
import { install } from './lib/install.mjs';
import { toolchain } from './lib/toolchain.mjs';

/** Builds frontend and backend for production. */
export async function run() {
  const tools = await toolchain();
  await install(tools);
  await buildProduction(tools);
  return 0;
}
