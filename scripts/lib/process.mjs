import { spawn } from 'node:child_process';
import { Explained } from './explain.mjs';

const GRACE_MS = 8_000;
const children = new Set();
let stopping = false;

function signalGroup(child, signal) {
  try {
    // A negative pid reaches the whole group, so that no grandchild is left.
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Starts a program in a process group of its own. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: 'inherit',
    detached: process.platform !== 'win32',
    ...options,
  });
  children.add(child);
  child.exited = new Promise(resolve => {
    child.once('exit', (code, signal) => {
      children.delete(child);
      resolve(code ?? (signal ? 1 : 0));
    });
    child.once('error', error => {
      children.delete(child);
      child.failure = error;
      resolve(1);
    });
  });
  return child;
}

/** Runs a program to its end and answers its exit code. */
export async function runToEnd(command, args, options) {
  const child = start(command, args, options);
  const code = await child.exited;
  if (child.failure) throw child.failure;
  return code;
}

/** Runs a program to its end; throws the sentence where it fails. */
export async function mustRun(command, args, options, sentence) {
  const code = await runToEnd(command, args, options);
  if (code !== 0)
    throw new Explained(
      sentence ?? `${command} ${args.join(' ')} failed with exit code ${code}.`,
    );
}

/** Stops one program and all that it started. */
export async function stop(child) {
  if (!children.has(child)) return;
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
  await child.exited;
  clearTimeout(timer);
  // The leader may end before those it started.
  signalGroup(child, 'SIGKILL');
}

export const isStopping = () => stopping;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all([...children].map(stop));
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}
