// The example environments: an audit finds in the sound one nothing to say against, and in the faulty one exactly the
// faults that its table lists, whether it is told what is wanted or infers it.

'use strict';

const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');
const { Snapshot, audit } = require('../index.js');

const HERE = join(__dirname, '..', '..', 'tests', 'environments');
const WISHES = { given: JSON.parse(readFileSync(join(HERE, 'spec.json'), 'utf8')), inferred: undefined };

/** Rule and subject of each fault, as the README lists them. */
function planted() {
    const table = readFileSync(join(HERE, 'README.md'), 'utf8');
    const rows = [...table.matchAll(/^\| .+ \| `([a-z0-9-]+)` \| `([^`]+)` \|$/gm)];
    assert.equal(rows.length, 6);
    return rows.map(([, rule, subject]) => `${rule} ${subject}`).sort();
}

const named = (findings) => findings.map(({ rule, subject }) => `${rule} ${subject}`).sort();

for (const [wish, spec] of Object.entries(WISHES)) {
    test(`the sound environment has neither broken nor unknown where the wish is ${wish}`, () => {
        const report = audit(Snapshot.read(join(HERE, 'sound')), spec);
        assert.deepEqual(named(report.broken), []);
        assert.deepEqual(named(report.unknown), []);
        assert.ok(report.met.length > 0);
        assert.equal(report.verdict, 'met');
    });

    test(`the faulty environment has exactly the planted faults where the wish is ${wish}`, () => {
        const report = audit(Snapshot.read(join(HERE, 'faulty')), spec);
        assert.deepEqual(named(report.broken), planted());
        assert.deepEqual(named(report.unknown), []);
        assert.equal(report.verdict, 'broken');
    });
}
