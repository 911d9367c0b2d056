// The operations. Written by `cargo xtask generate` from the table of operations; do not edit.

'use strict';

const { NotMetError, PrivateEksError, Snapshot, ask, askAsync } = require('./wire.js');

class Plan {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class Report {
    constructor(answer) {
        Object.assign(this, answer);
    }

    get broken() {
        return this.findings.filter((item) => item.verdict === 'broken');
    }

    get unknown() {
        return this.findings.filter((item) => item.verdict === 'unknown');
    }

    get met() {
        return this.findings.filter((item) => item.verdict === 'met');
    }

    requireMet() {
        if (this.verdict !== 'met') {
            throw new NotMetError(this);
        }
    }

    toString() {
        return this.text;
    }
}

class ReachAnswer {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class ExitsAnswer {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class Bootstrap {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class BootstrapDocument {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class FlagsAnswer {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class KnowledgeAnswer {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class DiffAnswer {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class Inspection {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class Access {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class AwsAuth {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class Classification {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class MirrorPlan {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class FoundImages {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class Rewritten {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class RewrittenFile {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

class EditedPiece {
    constructor(answer) {
        Object.assign(this, answer);
    }

    toString() {
        return this.text;
    }
}

function plan(spec) {
    return ask('plan', Plan, spec);
}

function audit(snapshot, spec, options) {
    return ask('audit', Report, { ...options, spec }, snapshot);
}

function auditAsync(snapshot, spec, options) {
    return askAsync('audit', Report, { ...options, spec }, snapshot);
}

function reach(snapshot, options) {
    return ask('reach', ReachAnswer, { ...options }, snapshot);
}

function reachAsync(snapshot, options) {
    return askAsync('reach', ReachAnswer, { ...options }, snapshot);
}

function exits(snapshot, options) {
    return ask('exits', ExitsAnswer, { ...options }, snapshot);
}

function exitsAsync(snapshot, options) {
    return askAsync('exits', ExitsAnswer, { ...options }, snapshot);
}

function matrix(snapshot, options) {
    return ask('matrix', Object, { ...options }, snapshot);
}

function matrixAsync(snapshot, options) {
    return askAsync('matrix', Object, { ...options }, snapshot);
}

function bootstrap(spec) {
    return ask('bootstrap', Bootstrap, spec);
}

function flags(system, options) {
    return ask('flags', FlagsAnswer, { ...options, system });
}

function knowledge(options) {
    return ask('knowledge', KnowledgeAnswer, { ...options });
}

function diff(options) {
    return ask('diff', DiffAnswer, { ...options });
}

function inspect(options) {
    return ask('inspect', Inspection, { ...options });
}

function access(options) {
    return ask('access', Access, { ...options });
}

function classify(cluster, options) {
    return ask('classify', Classification, { ...options, cluster });
}

function mirror(options) {
    return ask('mirror', MirrorPlan, { ...options });
}

function find(files, options) {
    return ask('find', FoundImages, { ...options, files });
}

function rewrite(files, options) {
    return ask('rewrite', Rewritten, { ...options, files });
}

function collection(options) {
    return ask('collection', Object, { ...options });
}

function merge(documents) {
    return ask('merge', Snapshot, { documents });
}

function mergeAsync(documents) {
    return askAsync('merge', Snapshot, { documents });
}

function apply(snapshot, fixes) {
    return ask('apply', Snapshot, { fixes }, snapshot);
}

function applyAsync(snapshot, fixes) {
    return askAsync('apply', Snapshot, { fixes }, snapshot);
}

function redact(snapshot) {
    return ask('redact', Snapshot, {}, snapshot);
}

function redactAsync(snapshot) {
    return askAsync('redact', Snapshot, {}, snapshot);
}

module.exports.Access = Access;
module.exports.AwsAuth = AwsAuth;
module.exports.Bootstrap = Bootstrap;
module.exports.BootstrapDocument = BootstrapDocument;
module.exports.Classification = Classification;
module.exports.DiffAnswer = DiffAnswer;
module.exports.EditedPiece = EditedPiece;
module.exports.ExitsAnswer = ExitsAnswer;
module.exports.FlagsAnswer = FlagsAnswer;
module.exports.FoundImages = FoundImages;
module.exports.Inspection = Inspection;
module.exports.KnowledgeAnswer = KnowledgeAnswer;
module.exports.MirrorPlan = MirrorPlan;
module.exports.NotMetError = NotMetError;
module.exports.Plan = Plan;
module.exports.PrivateEksError = PrivateEksError;
module.exports.ReachAnswer = ReachAnswer;
module.exports.Report = Report;
module.exports.Rewritten = Rewritten;
module.exports.RewrittenFile = RewrittenFile;
module.exports.Snapshot = Snapshot;
module.exports.access = access;
module.exports.apply = apply;
module.exports.applyAsync = applyAsync;
module.exports.audit = audit;
module.exports.auditAsync = auditAsync;
module.exports.bootstrap = bootstrap;
module.exports.classify = classify;
module.exports.collection = collection;
module.exports.diff = diff;
module.exports.exits = exits;
module.exports.exitsAsync = exitsAsync;
module.exports.find = find;
module.exports.flags = flags;
module.exports.inspect = inspect;
module.exports.knowledge = knowledge;
module.exports.matrix = matrix;
module.exports.matrixAsync = matrixAsync;
module.exports.merge = merge;
module.exports.mergeAsync = mergeAsync;
module.exports.mirror = mirror;
module.exports.plan = plan;
module.exports.reach = reach;
module.exports.reachAsync = reachAsync;
module.exports.redact = redact;
module.exports.redactAsync = redactAsync;
module.exports.rewrite = rewrite;
