// Between JavaScript's data and the wire: errors, the snapshot, and asking. It knows no operation by name.

'use strict';

const { readFileSync, readdirSync, statSync } = require('node:fs');
const { join, relative, sep } = require('node:path');
const { inspect } = require('node:util');
const native = require('./native.js');

class PrivateEksError extends Error {
    constructor(code, path, message) {
        super(path ? `${path}: ${message}` : message);
        this.name = 'PrivateEksError';
        this.code = code;
        this.path = path;
    }
}

class NotMetError extends Error {
    constructor(report) {
        const { broken, unknown, met } = report.counts;
        super(`the verdict is ${report.verdict}: ${broken} broken, ${unknown} unknown, ${met} met\n\n${report.text}`);
        this.name = 'NotMetError';
        Object.defineProperty(this, 'report', { value: report });
    }
}

/** The handle of each snapshot. Only this file can reach it. */
const handles = new WeakMap();

class Snapshot {
    constructor(...documents) {
        const names = documents.map((_, at) => `documents[${at}]`);
        handles.set(this, merge(names, documents));
    }

    static read(...paths) {
        const documents = paths.flatMap(documentsOf);
        return around(merge(documents.map(([name]) => name), documents.map(([, document]) => document)));
    }

    get document() {
        return JSON.parse(this.toString());
    }

    toJSON() {
        return this.document;
    }

    toString() {
        return guarded(() => handles.get(this).toJson());
    }

    [inspect.custom]() {
        return `<Snapshot of ${Object.keys(this.document).filter((key) => key !== 'collection').join(', ')}>`;
    }
}

function ask(operation, kind, request, snapshot) {
    const handle = handles.get(snapshot);
    const text = write(handle || snapshot === undefined ? request : { ...request, snapshot }, '');
    return answer(kind, handle ? handle.call(operation, text) : native.call(operation, text));
}

async function askAsync(operation, kind, request, snapshot) {
    const handle = handles.get(snapshot);
    const text = write(handle || snapshot === undefined ? request : { ...request, snapshot }, '');
    return answer(kind, await (handle ? handle.callAsync(operation, text) : native.callAsync(operation, text)));
}

const PREFIX = '{"answer":';

function answer(kind, reply) {
    if (!reply.startsWith(PREFIX)) {
        throw failure(reply);
    }
    if (kind === Snapshot) {
        return around(guarded(() => native.Snapshot.parse(reply.slice(PREFIX.length, -1))));
    }
    return new kind(JSON.parse(reply).answer);
}

function failure(reply) {
    const { code, path, message } = JSON.parse(reply).error;
    return new PrivateEksError(code, path, message);
}

/** Does native work whose exceptions carry the text of a failure. */
function guarded(work) {
    try {
        return work();
    } catch (error) {
        throw error.message.startsWith('{"error":') ? failure(error.message) : error;
    }
}

function around(handle) {
    const snapshot = Object.create(Snapshot.prototype);
    handles.set(snapshot, handle);
    return snapshot;
}

function merge(names, documents) {
    const texts = documents.map((document, at) => textOf(names[at], document));
    return guarded(() => new native.Snapshot(names, texts));
}

function textOf(name, document) {
    if (typeof document === 'string') {
        return document.replace(/^\uFEFF/, '');
    }
    if (!(document instanceof Uint8Array)) {
        return write(document, name);
    }
    // PowerShell writes what it redirects as UTF-16 with a mark.
    const encoding = document[0] === 0xff && document[1] === 0xfe ? 'utf-16le' : 'utf-8';
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(document);
    } catch {
        throw new PrivateEksError('ERR_INVALID_JSON', name, `not JSON: the bytes are no ${encoding.toUpperCase()}`);
    }
}

/** JSON of any data. Dates become text, and what is undefined is left out, as the AWS SDK means it. */
function write(value, at) {
    try {
        return JSON.stringify(value) ?? 'null';
    } catch (error) {
        const deep = error instanceof RangeError;
        const message = deep ? 'lists and objects lie too deep' : `this cannot be written as JSON: ${error.message.split('\n')[0]}`;
        throw new PrivateEksError(deep ? 'ERR_NESTING_TOO_DEEP' : 'ERR_INVALID_INPUT', at, message);
    }
}

/** Name and content of what a path holds. For a folder one more document lists the files that are no JSON. */
function documentsOf(path) {
    if (!statSync(path).isDirectory()) {
        return [[path, readFileSync(path)]];
    }
    const entries = readdirSync(path, { recursive: true, withFileTypes: true });
    const below = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).filter(isFile).sort();
    const found = below.filter((file) => file.endsWith('.json'));
    if (found.length === 0) {
        const message = 'the folder has no file `*.json`; give the output of `describe-*` calls';
        throw new PrivateEksError('ERR_EMPTY_SNAPSHOT', path, message);
    }
    const documents = found.map((file) => [file, readFileSync(file)]);
    const others = below.filter((file) => !file.endsWith('.json')).map((file) => relative(path, file).split(sep));
    const unread = others.filter((parts) => !parts.some((part) => part.startsWith('.'))).map((parts) => parts.join('/'));
    return unread.length > 0 ? [...documents, [path, { collection: { unread: unread.sort() } }]] : documents;
}

function isFile(path) {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

module.exports = { NotMetError, PrivateEksError, Snapshot, ask, askAsync };
