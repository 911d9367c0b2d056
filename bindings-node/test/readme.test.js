// The JavaScript and TypeScript examples of the README pass the type checker and run, in order and as one program.

'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');

const root = join(__dirname, '..', '..');
const readme = join(root, 'README.md');
const compiler = require.resolve('typescript/package.json');

/** Each block. A block for which the environment is missing is fenced as `ts no-run` or `js no-run`. */
function blocks() {
    const text = readFileSync(readme, 'utf8');
    return [...text.matchAll(/^```(?:ts|js)\n(.*?)^```$/gms)].map((found) => found[1]);
}

test('the examples of the README run', () => {
    const code = blocks().join('\n');
    assert.notEqual(code, '', 'README.md has no example to run');
    // Beside the package, so that it is found by its own name.
    const source = join(__dirname, 'readme-examples.mts');
    const program = join(__dirname, 'readme-examples.mjs');
    writeFileSync(source, code);
    try {
        const flags = ['--strict', '--ignoreConfig', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
        run(__dirname, join(compiler, '..', require(compiler).bin.tsc), ...flags, source);
        run(root, program);
    } finally {
        rmSync(source, { force: true });
        rmSync(program, { force: true });
    }
});

function run(cwd, ...command) {
    const outcome = spawnSync(process.execPath, command, { cwd, encoding: 'utf8' });
    assert.equal(outcome.status, 0, outcome.stdout + outcome.stderr);
}
