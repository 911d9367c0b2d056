// User programs pass the type checker, and planted mistakes do not: an expected error that is none is an error itself.

'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');

const compiler = require.resolve('typescript/package.json');
const { bin } = require(compiler);

function check(path) {
    const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--ignoreConfig'];
    const modules = ['--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    const command = [join(compiler, '..', bin.tsc), ...flags, ...modules, path];
    const outcome = spawnSync(process.execPath, command, { cwd: join(__dirname, '..'), encoding: 'utf8' });
    assert.equal(outcome.status, 0, outcome.stdout + outcome.stderr);
}

test('user.ts', () => check(join(__dirname, 'typing', 'user.ts')));

test('misuse.ts', () => {
    const path = join(__dirname, 'typing', 'misuse.ts');
    assert.ok(readFileSync(path, 'utf8').split('@ts-expect-error').length > 8);
    check(path);
});

test('the examples of the documentation', () => {
    const documented = readFileSync(join(__dirname, '..', 'index.d.ts'), 'utf8');
    const blocks = [...documented.matchAll(/\* ```js\n(.*?) \* ```/gs)].map((found) => found[1].replaceAll(/^ \* ?/gm, ''));
    assert.ok(blocks.length > 1);
    const path = join(__dirname, 'typing', 'examples.mts');
    const names = Object.keys(require('../index.js')).join(', ');
    writeFileSync(path, `import { ${names} } from 'private-eks';\n${blocks.map((block) => `{\n${block}}\n`).join('')}`);
    try {
        check(path);
    } finally {
        rmSync(path);
    }
});
