import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { mustBeFree, portFrom } from '../../scripts/lib/ports.mjs';
import { freePort } from '../lib/ports.mjs';

const listen = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server));
  });

describe('ports', () => {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    it(`notices a program on ${host} and names the way out`, async () => {
      const port = await freePort();
      const server = await listen(port, host);
      try {
        await assert.rejects(mustBeFree(port, 'AIRWORTHY_PORT'), {
          message: `Port ${port} is in use by another program. Stop that program, or choose another port with AIRWORTHY_PORT=<port>.`,
        });
      } finally {
        server.close();
      }
    });
  }

  it('lets a free port be', async () => {
    await mustBeFree(await freePort(), 'AIRWORTHY_PORT');
  });

  it('takes a port from the environment and refuses what is none', () => {
    const name = 'AIRWORTHY_TEST_PORT';
    delete process.env[name];
    assert.equal(portFrom(name, 3000), 3000);
    process.env[name] = '';
    assert.equal(portFrom(name, 3000), 3000);
    process.env[name] = '4000';
    assert.equal(portFrom(name, 3000), 4000);
    for (const wrong of ['0', '65536', '80.5', 'http', '-1']) {
      process.env[name] = wrong;
      assert.throws(() => portFrom(name, 3000), {
        message: `${name} must be a port number from 1 to 65535, but is "${wrong}".`,
      });
    }
    delete process.env[name];
  });
});
