// What the Node face promises beside the answers: accessors, errors that say where, documents as the AWS SDK has them.

'use strict';

const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { test } = require('node:test');
const { inspect } = require('node:util');
const face = require('../index.js');

const { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } = fs;
const { NotMetError, PrivateEksError, Report, Snapshot } = face;
const VPCS = { Vpcs: [{ VpcId: 'vpc-0a', CidrBlock: '10.0.0.0/16' }] };
const SUBNETS = { Subnets: [{ SubnetId: 'subnet-0b', VpcId: 'vpc-0a' }] };

/** The error of a call that must be refused. */
function refused(call) {
    try {
        call();
    } catch (error) {
        assert.ok(error instanceof PrivateEksError, error.stack);
        return { code: error.code, path: error.path };
    }
    return assert.fail('it was not refused');
}

/** A report as the wire would give it, with findings of these verdicts. */
function report(verdict, ...words) {
    const findings = words.map((word, at) => ({ id: `rule-${at}:x`, rule: `rule-${at}`, verdict: word }));
    const count = (wanted) => words.filter((word) => word === wanted).length;
    const counts = { broken: count('broken'), unknown: count('unknown'), met: count('met') };
    return new Report({ verdict, counts, findings, text: 'a report' });
}

test('findings are told apart by verdict', () => {
    const given = report('broken', 'broken', 'unknown', 'met', 'met');
    assert.deepEqual(given.broken.map((finding) => finding.rule), ['rule-0']);
    assert.deepEqual(given.unknown.map((finding) => finding.rule), ['rule-1']);
    assert.deepEqual(given.met.map((finding) => finding.rule), ['rule-2', 'rule-3']);
});

test('accessors are no part of the data', () => {
    assert.deepEqual(Object.keys(JSON.parse(JSON.stringify(report('met')))), ['verdict', 'counts', 'findings', 'text']);
    assert.equal(`${report('met')}`, 'a report');
});

test('requireMet stops on broken and on unknown', () => {
    report('met', 'met').requireMet();
    for (const verdict of ['broken', 'unknown']) {
        const given = report(verdict, verdict);
        assert.throws(() => given.requireMet(), (error) => {
            assert.ok(error instanceof NotMetError);
            assert.equal(error.report, given);
            assert.match(error.message, new RegExp(`the verdict is ${verdict}`));
            return true;
        });
    }
});

test('a snapshot takes objects, texts and bytes', () => {
    const whole = String(new Snapshot(VPCS, SUBNETS));
    const text = JSON.stringify(SUBNETS);
    const wide = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    for (const document of [text, `\uFEFF${text}`, Buffer.from(text), Buffer.from(`\uFEFF${text}`), wide]) {
        assert.equal(String(new Snapshot(VPCS, document)), whole);
    }
    const snapshot = new Snapshot(VPCS, SUBNETS);
    assert.deepEqual(snapshot.document, { ...VPCS, ...SUBNETS });
    assert.equal(JSON.stringify(snapshot), whole);
    assert.equal(inspect(snapshot), '<Snapshot of Vpcs, Subnets>');
});

test('a snapshot takes what the AWS SDK gives', () => {
    const endpoint = { VpcEndpointId: 'vpce-0c', CreationTimestamp: new Date(0), VpcId: undefined };
    const snapshot = new Snapshot({ $metadata: { httpStatusCode: 200 }, VpcEndpoints: [endpoint], NextToken: undefined });
    assert.deepEqual(snapshot.document.VpcEndpoints, [{ VpcEndpointId: 'vpce-0c' }]);
});

test('what is no JSON is refused', () => {
    for (const text of ['{', '', '{"Vpcs": "\ud800"}', Buffer.from([0x80]), '"x', '\ud800']) {
        assert.deepEqual(refused(() => new Snapshot(text)), { code: 'ERR_INVALID_JSON', path: 'documents[0]' });
    }
    for (const value of [undefined, null, 5, []]) {
        assert.deepEqual(refused(() => new Snapshot(value)), { code: 'ERR_INVALID_INPUT', path: 'documents[0]' });
    }
});

test('what JSON would turn into something else is refused where it is', () => {
    const loop = {};
    loop.Vpcs = [{}, loop];
    const shared = { VpcId: 'vpc-0a' };
    const invalid = { code: 'ERR_INVALID_INPUT' };
    assert.deepEqual(refused(() => new Snapshot(loop)), { ...invalid, path: 'documents[0].Vpcs[1]' });
    for (const value of [NaN, Infinity, 1n, '\ud800', new Date(NaN), new Map(), new Set(['a'])]) {
        const document = { Vpcs: [shared, shared], Subnets: [{ Tags: [] }, { SubnetId: value }] };
        assert.deepEqual(refused(() => new Snapshot({}, document)), { ...invalid, path: 'documents[1].Subnets[1].SubnetId' });
        assert.deepEqual(refused(() => face.redact(document)), { ...invalid, path: 'snapshot.Subnets[1].SubnetId' });
        assert.deepEqual(refused(() => face.plan({ region: value })), { ...invalid, path: 'region' });
    }
    assert.deepEqual(refused(() => new Snapshot({ Vpcs: [{ '\ud800': 1 }] })), { ...invalid, path: 'documents[0].Vpcs[0].\ufffd' });
    assert.deepEqual(refused(() => face.plan(NaN)), { ...invalid, path: '' });
});

test('deep nesting is refused', () => {
    let deep = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    assert.deepEqual(refused(() => new Snapshot({ Vpcs: deep })), { code: 'ERR_NESTING_TOO_DEEP', path: 'documents[0]' });
    refused(() => new Snapshot(`{"Vpcs": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`));
});

test('files and folders are read, and a fault names its file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'private-eks-'));
    try {
        mkdirSync(join(folder, 'empty'));
        mkdirSync(join(folder, 'sub'));
        writeFileSync(join(folder, 'vpcs.json'), JSON.stringify(VPCS));
        writeFileSync(join(folder, 'sub', 'subnets.json'), JSON.stringify(SUBNETS));
        assert.deepEqual(Snapshot.read(folder).document, { ...VPCS, ...SUBNETS });
        assert.deepEqual(Snapshot.read(join(folder, 'vpcs.json')).document, VPCS);
        assert.throws(() => Snapshot.read(join(folder, 'gone.json')), { code: 'ENOENT' });
        const empty = join(folder, 'empty');
        assert.deepEqual(refused(() => Snapshot.read(empty)), { code: 'ERR_EMPTY_SNAPSHOT', path: empty });
        const faulty = join(folder, 'faulty.json');
        writeFileSync(faulty, '{');
        assert.deepEqual(refused(() => Snapshot.read(folder)), { code: 'ERR_INVALID_JSON', path: faulty });
    } finally {
        rmSync(folder, { recursive: true });
    }
});

test('what is no JSON in a folder is listed as not assessed, and what is hidden is passed over', () => {
    const folder = mkdtempSync(join(tmpdir(), 'private-eks-'));
    try {
        for (const name of ['sub', '.git']) mkdirSync(join(folder, name));
        writeFileSync(join(folder, 'vpcs.json'), JSON.stringify({ ...VPCS, collection: { region: 'eu-west-1' } }));
        for (const name of ['vpcs.txt', 'sub/subnets.yaml', '.notes', '.git/config']) {
            writeFileSync(join(folder, name), 'no JSON');
        }
        const snapshot = Snapshot.read(folder);
        const unread = ['sub/subnets.yaml', 'vpcs.txt'];
        assert.deepEqual(snapshot.document, { ...VPCS, collection: { region: 'eu-west-1', unread } });
        const told = face.audit(snapshot).notAssessed.filter((line) => line.includes('`vpcs.txt`'));
        assert.equal(told.length, 1);
        for (const name of unread) assert.ok(told[0].includes(`\`${name}\``));
        rmSync(join(folder, 'vpcs.json'));
        assert.deepEqual(refused(() => Snapshot.read(folder)), { code: 'ERR_EMPTY_SNAPSHOT', path: folder });
    } finally {
        rmSync(folder, { recursive: true });
    }
});

test('a folder holds its JSON in any case, and names the links that it does not follow', () => {
    const place = mkdtempSync(join(tmpdir(), 'private-eks-'));
    const folder = join(place, 'documents');
    const elsewhere = join(place, 'elsewhere');
    try {
        for (const made of [folder, elsewhere]) mkdirSync(made);
        writeFileSync(join(folder, 'VPCS.JSON'), JSON.stringify(VPCS));
        writeFileSync(join(elsewhere, 'subnets.txt'), JSON.stringify(SUBNETS));
        symlinkSync(join(elsewhere, 'subnets.txt'), join(folder, 'subnets.Json'));
        symlinkSync(folder, join(folder, 'back'));
        symlinkSync(elsewhere, join(folder, 'away.json'));
        const collection = { unread: ['away.json', 'back'] };
        assert.deepEqual(Snapshot.read(folder).document, { ...VPCS, ...SUBNETS, collection });
    } finally {
        rmSync(place, { recursive: true });
    }
});

test('what cannot be read in a folder is an error that names it', (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'private-eks-'));
    try {
        writeFileSync(join(folder, 'vpcs.json'), JSON.stringify(VPCS));
        const gone = join(folder, 'gone.json');
        symlinkSync(join(folder, 'nowhere'), gone);
        assert.throws(() => Snapshot.read(folder), { code: 'ENOENT', path: gone });
        rmSync(gone);
        const closed = join(folder, 'closed');
        mkdirSync(closed);
        // Permissions do not hold the administrator, as whom tests may run.
        const listed = fs.readdirSync;
        context.mock.method(fs, 'readdirSync', (path, options) => {
            if (path === closed) throw Object.assign(new Error('permission denied'), { code: 'EACCES', path });
            return listed(path, options);
        });
        assert.throws(() => Snapshot.read(folder), { code: 'EACCES', path: closed });
    } finally {
        rmSync(folder, { recursive: true });
    }
});

test('a misspelt option is refused', () => {
    assert.deepEqual(refused(() => face.audit(VPCS, null, { strickt: true })), { code: 'ERR_INVALID_INPUT', path: 'strickt' });
    const spec = { region: 'ap-northeast-1', nodez: [] };
    assert.deepEqual(refused(() => face.plan(spec)), { code: 'ERR_INVALID_INPUT', path: 'nodez' });
});

test('a handle and an object are asked alike, at once and beside the event loop', async () => {
    const snapshot = new Snapshot(VPCS);
    assert.equal(String(face.redact(snapshot)), String(face.redact(VPCS)));
    assert.equal(String(await face.redactAsync(snapshot)), String(await face.redactAsync(VPCS)));
    assert.deepEqual(face.redact({}).document, {});
});

test('a text is no snapshot and is not repeated', async () => {
    const message = 'snapshot: this is a text; read a file with `Snapshot.read(path)`, or a document with `new Snapshot(text)`';
    for (const text of ['vpcs.json', JSON.stringify(VPCS), Buffer.from(JSON.stringify(VPCS))]) {
        assert.throws(() => face.audit(text), { code: 'ERR_INVALID_INPUT', path: 'snapshot', message });
        await assert.rejects(face.redactAsync(text), { code: 'ERR_INVALID_INPUT', path: 'snapshot', message });
    }
});

test('modules can import by name', () => {
    const program = "import { Snapshot, plan } from 'private-eks'; console.log(typeof plan, typeof Snapshot);";
    const options = { cwd: join(__dirname, '..'), encoding: 'utf8' };
    assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', program], options), 'function function\n');
});

test('a missing native part is said by name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'private-eks-'));
    try {
        copyFileSync(join(__dirname, '..', 'native.js'), join(folder, 'native.js'));
        assert.throws(() => require(join(folder, 'native.js')), { code: 'ERR_NATIVE_PART_MISSING', message: /npm run build/ });
    } finally {
        rmSync(folder, { recursive: true });
    }
});
