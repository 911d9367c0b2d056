// Builds the native part with cargo and puts it beside the loader. `--release` builds what is published.

'use strict';

const { execFileSync } = require('node:child_process');
const { copyFileSync } = require('node:fs');
const { join } = require('node:path');

const flags = process.argv.slice(2);
const cargo = (...words) => execFileSync('cargo', words, { cwd: __dirname, maxBuffer: 1 << 28, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

cargo('build', '--package', 'private-eks-node', ...flags);
const target = JSON.parse(cargo('metadata', '--format-version', '1', '--no-deps')).target_directory;
const library = { darwin: 'libprivate_eks_node.dylib', win32: 'private_eks_node.dll' }[process.platform] ?? 'libprivate_eks_node.so';
copyFileSync(join(target, flags.includes('--release') ? 'release' : 'debug', library), join(__dirname, 'private-eks.node'));
