import { Server, createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { singleDeployment } from '../__testUtils__/deployments';
import { until } from '../__testUtils__/programs';
import { question, sourcesWith } from '../__testUtils__/upstream';

const monitored = singleDeployment({
  prometheus: { preset: 'http', labels: { model: 'churn' } },
});

const ask = (port: number, timeout = '5s') =>
  sourcesWith({
    prometheus: {
      servers: [{ name: 'main', url: `http://127.0.0.1:${port}`, timeout }],
    },
  }).prometheus.serviceHealth!(monitored, { ...question(), maxPoints: 2 });

// Connections as they really fail, which no mock of `fetch` shows.
jest.setTimeout(30_000);

describe('connections', () => {
  let server: Server;
  let answer: Parameters<typeof createServer>[1];
  let port: number;
  beforeAll(async () => {
    server = createServer((request, response) => answer!(request, response));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  it('that are refused say so, without the address', async () => {
    const closed = createServer();
    await new Promise<void>(resolve => closed.listen(0, '127.0.0.1', resolve));
    const free = (closed.address() as AddressInfo).port;
    await new Promise(resolve => closed.close(resolve));
    await expect(ask(free)).rejects.toThrow(
      /^Prometheus "main" cannot be reached: the connection was refused \(ECONNREFUSED\)$/,
    );
  });

  it('that break off in the middle of an answer say so', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"status":"success",', () => response.destroy());
    };
    const asked = ask(port);
    await expect(asked).rejects.toThrow(
      /^Prometheus "main" broke off in the middle of its answer$/,
    );
    await expect(asked).rejects.toMatchObject({ kind: 'invalid-data' });
  });

  it('that never end are not read to the end', async () => {
    const chunk = Buffer.alloc(4 * 1024 * 1024, ' ');
    answer = (_, response) => {
      const write = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', write);
      write();
    };
    await expect(ask(port, '60s')).rejects.toThrow(
      /^Prometheus "main" answered more than 16 MiB$/,
    );
  });

  it('that hang are given up, in the middle of an answer too', async () => {
    let ended = 0;
    answer = (request, response) => {
      request.socket.once('close', () => ended++);
      response.writeHead(200);
      response.write('{"status":');
    };
    await expect(ask(port, '200ms')).rejects.toThrow(
      /^Prometheus "main" did not answer within 0.2 seconds$/,
    );
    await until(async () => ended > 0, 5);
  });
});
