import { createServer, connect } from 'node:net';
import { Explained } from './explain.mjs';

function canListen(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}

function answers(port) {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.setTimeout(1_000, () => socket.destroy(new Error('timeout')));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Reads a port from the environment. */
export function portFrom(variable, fallback) {
  const text = process.env[variable];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Explained(
      `${variable} must be a port number from 1 to 65535, but is "${text}".`,
    );
  }
  return port;
}

/** Throws a sentence where another program has the port. */
export async function mustBeFree(port, variable) {
  // Both tries: a program may listen on one address family only.
  if (
    (await answers(port)) ||
    !(await canListen(port)) ||
    !(await canListen(port, '127.0.0.1'))
  ) {
    throw new Explained(
      `Port ${port} is in use by another program. Stop that program, or choose another port with ${variable}=<port>.`,
    );
  }
}
