// What `bootstrap` writes as YAML, read by a parser of JavaScript: another family than those that Python has.

'use strict';

const assert = require('node:assert/strict');
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');
const { parseDocument } = require('yaml');
const { bootstrap } = require('../index.js');

const CASES = join(__dirname, '..', '..', 'tests', 'cases', 'bootstrap');

/** One document as readers of YAML 1.1 and of YAML 1.2 take it; they must agree. */
function read(text) {
    const [one, two] = ['1.1', '1.2'].map((version) => {
        const document = parseDocument(text, { version, uniqueKeys: true });
        assert.deepEqual([document.errors, document.warnings], [[], []], text);
        return document.toJS();
    });
    assert.deepEqual(one, two);
    return one;
}

/** Keys in order, as the writer has them. */
function sorted(value) {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

const request = JSON.parse(readFileSync(join(CASES, 'al2023-ipv4.json'), 'utf8')).request;

test('every document of the cases is one document of YAML', () => {
    let found = 0;
    for (const file of readdirSync(CASES)) {
        const { request, answer } = JSON.parse(readFileSync(join(CASES, file), 'utf8'));
        if (answer === undefined) continue;
        const { userData, documents } = bootstrap(request);
        const texts = documents.map((document) => document.text);
        if (userData?.startsWith('apiVersion: ')) texts.push(userData);
        for (const text of texts) {
            const document = read(text);
            assert.deepEqual(Object.keys(document).filter((key) => key !== 'metadata'), ['apiVersion', 'kind', 'spec']);
            assert.equal(JSON.stringify(document), JSON.stringify(sorted(document)));
            found += 1;
        }
    }
    assert.ok(found > 20, `${found}`);
});

for (const name of ['12345', '0123', '1e5', '0x1F', '0b11', '1_000', 'true', 'yes', 'on', 'n', 'null', '2024-01-01']) {
    test(`the name ${name} stays a text`, () => {
        const { userData } = bootstrap({ ...request, cluster: { ...request.cluster, name } });
        assert.equal(read(userData).spec.cluster.name, name);
    });
}

test('every character comes out as it was put in', () => {
    for (let code = 0; code < 0x3000; code += 1) {
        const text = String.fromCharCode(code);
        const config = { [text]: text, b: [`a${text}`, { c: `${text}z` }] };
        const { userData } = bootstrap({ ...request, kubelet: { config } });
        assert.deepEqual(parseDocument(userData).toJS().spec.kubelet.config, config, `U+${code.toString(16)}`);
    }
});
