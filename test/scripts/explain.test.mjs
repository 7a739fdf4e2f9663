import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Explained, explain } from '../../scripts/lib/explain.mjs';

describe('explain', () => {
  const cases = [
    ['ENOSPC: no space left on device, write', /^The disk is full\./],
    ['getaddrinfo ENOTFOUND registry.npmjs.org', /^The package registry/],
    ['connect ECONNREFUSED 127.0.0.1:9', /^The package registry/],
    ["EACCES: permission denied, mkdir '/x'", /^A file cannot be written\./],
    ['EROFS: read-only file system', /^A file cannot be written\./],
  ];
  for (const [message, sentence] of cases) {
    it(`says in one sentence what "${message}" means`, () => {
      const text = explain(new Error(message));
      assert.match(text, sentence);
      assert.ok(text.includes(message), 'and keeps the cause');
      assert.ok(!text.includes('\n'), 'on one line');
    });
  }

  it('leaves a sentence as it is', () => {
    assert.equal(
      explain(new Explained('Port 1 is in use.')),
      'Port 1 is in use.',
    );
  });

  it('shows where an unknown error came from', () => {
    assert.match(explain(new Error('odd')), /odd\n\s+at /);
  });
});
