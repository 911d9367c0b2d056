'use strict';
// User programs pass the type checker, and planted mistakes do not: an expected error that is none is an error itself.

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');

const compiler = require.resolve('typescript/package.json');
const { bin } = require(compiler);

for (const program of ['user.ts', 'misuse.ts']) {
    test(program, () => {
        const path = join(__dirname, 'typing', program);
        if (program === 'misuse.ts') {
            assert.ok(readFileSync(path, 'utf8').split('@ts-expect-error').length > 8);
        }
        const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--ignoreConfig'];
        const modules = ['--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
        const command = [join(compiler, '..', bin.tsc), ...flags, ...modules, path];
        const outcome = spawnSync(process.execPath, command, { cwd: join(__dirname, '..'), encoding: 'utf8' });
        assert.equal(outcome.status, 0, outcome.stdout + outcome.stderr);
    });
}
