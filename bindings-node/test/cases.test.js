// Replays the shared cases through the public functions: the answer, written back, must be the bytes of the core.

'use strict';

const assert = require('node:assert/strict');
const { readFileSync, readdirSync } = require('node:fs');
const { join, relative } = require('node:path');
const { test } = require('node:test');
const face = require('../index.js');
const native = require('../native.js');
const { check } = require('./pattern.js');

const CASES = join(__dirname, '..', '..', 'tests', 'cases');
const entries = readdirSync(CASES, { recursive: true });
const files = entries.filter((name) => name.endsWith('.json')).map((name) => join(CASES, name)).sort();

test('there are cases', () => assert.ok(files.length > 10));

for (const file of files) {
    test(relative(CASES, file), async () => {
        const text = readFileSync(file, 'utf8');
        const { operation, request, ...wanted } = JSON.parse(text);
        const raw = requestOf(text);
        const reply = native.call(operation, raw);
        const outcome = JSON.parse(reply);
        const key = 'answer' in wanted ? 'answer' : 'error';
        assert.ok(key in outcome, reply);
        check(wanted[key], outcome[key]);
        if (!Object.hasOwn(face, operation)) {
            assert.equal(outcome.error?.code, 'ERR_UNKNOWN_OPERATION');
            return;
        }
        // Keys that are written twice, or a request that is no object, cannot be said with JavaScript's own values.
        if (typeof request !== 'object' || request === null || Array.isArray(request) || hasDoubledKeys(raw)) {
            assert.ok('error' in outcome, reply);
            return;
        }
        for (const args of forms(operation, request)) {
            assert.equal(await said(() => face[operation](...args)), reply);
            if (Object.hasOwn(face, `${operation}Async`)) {
                assert.equal(await said(() => face[`${operation}Async`](...args)), reply);
            }
        }
    });
}

/** The request as the file spells it. */
function requestOf(text) {
    const start = text.indexOf(':', text.indexOf('"request"')) + 1;
    let depth = 0;
    let inText = false;
    for (let at = start; at < text.length; at += 1) {
        const c = text[at];
        if (inText) {
            if (c === '\\') at += 1;
            else if (c === '"') inText = false;
        } else if (c === '"') inText = true;
        else if ('[{'.includes(c)) depth += 1;
        else if (']}'.includes(c) && depth > 0) depth -= 1;
        else if (',}'.includes(c) && depth === 0) return text.slice(start, at).trim();
    }
    return text.slice(start).trim();
}

/** Whether an object of the text has a key twice: then its own spelling is longer than what was read from it. */
function hasDoubledKeys(text) {
    const keys = (json) => (json.match(/"(?:[^"\\]|\\.)*"\s*:/g) ?? []).length;
    return keys(text) !== keys(JSON.stringify(JSON.parse(text)));
}

/** The ways to say a request with the public functions: documents as an object, and as a handle. */
function* forms(operation, request) {
    const parameters = parametersOf(operation);
    if (!parameters.includes('options') && !('snapshot' in request) && parameters.length === 1 && !(parameters[0] in request)) {
        yield [request];
        return;
    }
    const options = { ...request };
    const args = parameters.map((name) => {
        if (name === 'options') return options;
        const value = options[name];
        delete options[name];
        return value;
    });
    yield args;
    const at = parameters.indexOf('snapshot');
    const handle = at >= 0 && args[at] !== undefined ? handleOn(args[at]) : undefined;
    if (handle) yield args.with(at, handle);
}

function parametersOf(operation) {
    const [, list] = /^function \w+\(([^)]*)\)/.exec(face[operation].toString());
    return list.split(', ').filter(Boolean);
}

function handleOn(document) {
    try {
        return new face.Snapshot(document);
    } catch {
        return undefined;
    }
}

/** What a public function gives, on the wire. */
async function said(ask) {
    try {
        return `{"answer":${JSON.stringify(await ask())}}`;
    } catch (error) {
        assert.ok(error instanceof face.PrivateEksError, error.stack);
        const message = error.path ? error.message.slice(error.path.length + 2) : error.message;
        return JSON.stringify({ error: { code: error.code, path: error.path, message } });
    }
}
