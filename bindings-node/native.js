// Loads the native part: the one that was built here, or the package for this platform.

'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const here = join(__dirname, 'private-eks.node');
const libc = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime ? '-musl' : '';
const name = `private-eks-${process.platform}-${process.arch}${libc}`;
try {
    module.exports = existsSync(here) ? require(here) : require(name);
} catch (cause) {
    const message = `the native part is missing: neither ${here} nor the package ${name} can be loaded; install again, or build it with \`npm run build\``;
    throw Object.assign(new Error(message, { cause }), { code: 'ERR_NATIVE_PART_MISSING' });
}
