/** A day of the calendar, such as `2020-06-17`. */
export type Day = string;

/** What AWS shapes: an object with AWS's own keys. */
export type AwsDocument = { readonly [key: string]: unknown };

/** The options of a feature that has none: `{}`. */
export type NoOptions = { readonly [option: string]: never };

/** What a caller got wrong: a stable code, the place in the input, and a sentence that says what would be right. */
export declare class PrivateEksError extends Error {
    constructor(code: ErrorCode, path: string, message: string);
    /** The stable name of the kind of fault, such as `ERR_UNKNOWN_REGION`. */
    readonly code: ErrorCode;
    /** Where in the input the fault is, such as `spec.features.karpenter`; empty when it is the input as a whole. */
    readonly path: string;
}

/** A report that `requireMet` refused. It says that something is broken or unknown, not that a call was wrong. */
export declare class NotMetError extends Error {
    constructor(report: Report);
    /** The report. */
    readonly report: Report;
}

/**
 * What exists, as documents give it, parsed once and asked many times: the output of `describe-*` calls, of the AWS
 * CLI or of the AWS SDK. Each document is one object, or its JSON, whose keys are AWS's own response keys; pages and
 * parts are merged.
 */
export declare class Snapshot {
    constructor(...documents: (string | Uint8Array | object)[]);
    /** Reads files, and every `*.json` below folders; a fault is reported under the file's name. */
    static read(...paths: string[]): Snapshot;
    /** The snapshot as one object, as AWS shapes it; a copy. */
    readonly document: AwsDocument;
    /** The same as `document`, for `JSON.stringify`. */
    toJSON(): AwsDocument;
    /** The snapshot as one JSON document, the same text for the same documents. */
    toString(): string;
}

