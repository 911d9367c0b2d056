// Between JavaScript's data and the wire: errors, the snapshot, and asking. It knows no operation by name.

'use strict';

const fs = require('node:fs');
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
    const { handle, text } = asked(request, snapshot);
    return answer(kind, handle ? handle.call(operation, text) : native.call(operation, text));
}

async function askAsync(operation, kind, request, snapshot) {
    const { handle, text } = asked(request, snapshot);
    return answer(kind, await (handle ? handle.callAsync(operation, text) : native.callAsync(operation, text)));
}

/** A snapshot that was parsed before is asked where it lies; documents travel in the request. */
function asked(request, snapshot) {
    if (typeof snapshot === 'string' || snapshot instanceof Uint8Array) {
        // Many take the name of a file, or its content, for a snapshot; the document itself says nothing to them.
        const message = 'this is a text; read a file with `Snapshot.read(path)`, or a document with `new Snapshot(text)`';
        throw new PrivateEksError('ERR_INVALID_INPUT', 'snapshot', message);
    }
    const handle = handles.get(snapshot);
    return { handle, text: write(handle || snapshot === undefined ? request : { ...request, snapshot }, '') };
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
        // What is no Unicode would reach the native part as another text.
        if (!document.isWellFormed()) {
            throw new PrivateEksError('ERR_INVALID_JSON', name, 'not JSON: the text is no Unicode: it has half a character');
        }
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

/**
 * JSON of any data. Dates become text, and what is undefined is left out, as the AWS SDK means it. What JSON would turn
 * into something else, such as `NaN` into `null`, is refused, with its path below `at`.
 */
function write(value, at) {
    try {
        return JSON.stringify(value, checking(at)) ?? 'null';
    } catch (error) {
        if (error instanceof PrivateEksError) {
            throw error;
        }
        const deep = error instanceof RangeError;
        const message = deep ? 'lists and objects lie too deep' : `this cannot be written as JSON: ${error.message.split('\n')[0]}`;
        throw new PrivateEksError(deep ? 'ERR_NESTING_TOO_DEEP' : 'ERR_INVALID_INPUT', at, message);
    }
}

/** A replacer that replaces nothing. It keeps the way from the root to where it is: each holder with its key. */
function checking(at) {
    const way = [];
    return function check(key, value) {
        while (way.length > 0 && way.at(-1).value !== this) {
            way.pop();
        }
        const fault = key.isWellFormed() ? faultOf(value, this[key], way) : 'the key has half a character, which is no Unicode';
        if (fault) {
            const steps = way.length === 0 ? [] : [...way.slice(1).map((step) => step.key), key];
            const holders = way.map((step) => step.value);
            const path = steps.reduce((path, step, depth) => joined(path, step, holders[depth]), at);
            throw new PrivateEksError('ERR_INVALID_INPUT', path, fault);
        }
        if (typeof value === 'object' && value !== null) {
            way.push({ key, value });
        }
        return value;
    };
}

function joined(path, key, holder) {
    if (Array.isArray(holder)) {
        return `${path}[${key}]`;
    }
    return path ? `${path}.${key.toWellFormed()}` : key.toWellFormed();
}

/** Why a value cannot be written as JSON. `original` is what it was before its `toJSON`, `way` what holds it. */
function faultOf(value, original, way) {
    switch (typeof value) {
        case 'string':
            return value.isWellFormed() ? undefined : 'the text has half a character, which is no Unicode';
        case 'number':
            return Number.isFinite(value) ? undefined : `\`${value}\` is no number of JSON`;
        case 'bigint':
            return 'a value of type `BigInt` cannot be written as JSON';
        case 'object':
            if (value === null) {
                return original instanceof Date ? 'the date is invalid' : undefined;
            }
            if (value instanceof Map || value instanceof Set) {
                return `a value of type \`${value.constructor.name}\` cannot be written as JSON`;
            }
            return way.some((step) => step.value === value) ? 'it holds itself' : undefined;
        default:
            return undefined;
    }
}

/** Name and content of what a path holds. For a folder one more document lists what in it is not read. */
function documentsOf(path) {
    if (!fs.statSync(path).isDirectory()) {
        return [[path, fs.readFileSync(path)]];
    }
    const below = entriesBelow(path).sort((a, b) => (a.path < b.path ? -1 : 1));
    const found = below.filter((entry) => entry.document);
    if (found.length === 0) {
        const message = 'the folder has no file `*.json`; give the output of `describe-*` calls';
        throw new PrivateEksError('ERR_EMPTY_SNAPSHOT', path, message);
    }
    const documents = found.map((entry) => [entry.path, fs.readFileSync(entry.path)]);
    const others = below.filter((entry) => !entry.document).map((entry) => relative(path, entry.path).split(sep));
    const unread = others.filter((parts) => !parts.some((part) => part.startsWith('.'))).map((parts) => parts.join('/'));
    return unread.length > 0 ? [...documents, [path, { collection: { unread: unread.sort() } }]] : documents;
}

/** What lies below a folder. A link to a folder is not followed: it could lead back here, or anywhere. */
function entriesBelow(folder) {
    return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? entriesBelow(path) : [{ path, document: isDocument(entry, path) }];
    });
}

/** A link that leads nowhere counts: that it cannot be read must not go unsaid. A pipe would never end. */
function isDocument(entry, path) {
    if (!entry.name.toLowerCase().endsWith('.json')) {
        return false;
    }
    return entry.isSymbolicLink() ? fs.statSync(path, { throwIfNoEntry: false })?.isFile() ?? true : entry.isFile();
}

module.exports = { NotMetError, PrivateEksError, Snapshot, ask, askAsync };
