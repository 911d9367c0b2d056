"""What a caller got wrong, one class a code, all of them below `PrivateEksError`.

Written by `cargo xtask generate` from the table of operations; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._models import Report


class PrivateEksError(Exception):
    """What a caller got wrong: a stable code, the place in the input, and a sentence that says what would be right."""

    code: str
    """The stable name of the kind of fault, such as `ERR_UNKNOWN_REGION`."""
    path: str
    """Where in the input the fault is, such as `spec.features.karpenter`; empty when it is the input as a whole."""
    message: str
    """The sentence, without the path."""

    def __init__(self, code: str, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.code = code
        self.path = path
        self.message = message

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.code, self.path, self.message))


class NotMetError(Exception):
    """A report that `require_met` refused. It says that something is broken or unknown, not that a call was wrong."""

    report: Report
    """The report."""

    def __init__(self, report: Report) -> None:
        counts = report.counts
        found = f"{counts.broken} broken, {counts.unknown} unknown, {counts.met} met"
        super().__init__(f"the verdict is {report.verdict}: {found}\n\n{report.text}")
        self.report = report

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.report,))


class AwsError(PrivateEksError, ValueError):
    """A document is an error that AWS returned, not an answer."""


class DuplicateIdError(PrivateEksError, ValueError):
    """Two objects carry one id and differ."""


class EmptySnapshotError(PrivateEksError, ValueError):
    """There is nothing to look at: no document, or none with a part that is read."""


class InternalError(PrivateEksError):
    """A fault of this library. Please report it."""


class InvalidCertificateError(PrivateEksError, ValueError):
    """A text is not base64 of PEM with certificates and nothing else."""


class InvalidCidrError(PrivateEksError, ValueError):
    """A text is no CIDR block, or it has host bits where they must be zero."""


class InvalidDayError(PrivateEksError, ValueError):
    """A text is no calendar day of the form `2020-06-17`."""


class InvalidInputError(PrivateEksError, ValueError):
    """The input has the wrong shape: a wrong type, a missing field, or an option that does not exist."""


class InvalidJsonError(PrivateEksError, ValueError):
    """A text is not JSON."""


class InvalidReferenceError(PrivateEksError, ValueError):
    """A text is no image reference."""


class MixedDocumentsError(PrivateEksError, ValueError):
    """Documents of more than one cluster, region or account were given as one snapshot."""


class NestingTooDeepError(PrivateEksError, ValueError):
    """Lists and objects lie too deep in each other to be read safely."""


class UnknownEditionError(PrivateEksError, ValueError):
    """No edition of the page was read for that day."""


class UnknownFeatureError(PrivateEksError, ValueError):
    """A feature id that no row of the knowledge has."""


class UnknownIdError(PrivateEksError, ValueError):
    """An id that no object of the snapshot has."""


class UnknownInstanceTypeError(PrivateEksError, ValueError):
    """An instance type that the list does not have."""


class UnknownOperationError(PrivateEksError, ValueError):
    """An operation that the table does not have."""


class UnknownRegionError(PrivateEksError, ValueError):
    """A region that no partition has."""


class UnknownRegistryError(PrivateEksError, ValueError):
    """No source that was read names the account of the region's registry."""


class UnknownServiceError(PrivateEksError, ValueError):
    """A service that no list of endpoint services has."""


class UnresolvedTokenError(PrivateEksError, ValueError):
    """A value is a placeholder that is only known at deployment."""


BY_CODE: dict[str, type[PrivateEksError]] = {
    "ERR_AWS_ERROR": AwsError,
    "ERR_DUPLICATE_ID": DuplicateIdError,
    "ERR_EMPTY_SNAPSHOT": EmptySnapshotError,
    "ERR_INTERNAL": InternalError,
    "ERR_INVALID_CERTIFICATE": InvalidCertificateError,
    "ERR_INVALID_CIDR": InvalidCidrError,
    "ERR_INVALID_DAY": InvalidDayError,
    "ERR_INVALID_INPUT": InvalidInputError,
    "ERR_INVALID_JSON": InvalidJsonError,
    "ERR_INVALID_REFERENCE": InvalidReferenceError,
    "ERR_MIXED_DOCUMENTS": MixedDocumentsError,
    "ERR_NESTING_TOO_DEEP": NestingTooDeepError,
    "ERR_UNKNOWN_EDITION": UnknownEditionError,
    "ERR_UNKNOWN_FEATURE": UnknownFeatureError,
    "ERR_UNKNOWN_ID": UnknownIdError,
    "ERR_UNKNOWN_INSTANCE_TYPE": UnknownInstanceTypeError,
    "ERR_UNKNOWN_OPERATION": UnknownOperationError,
    "ERR_UNKNOWN_REGION": UnknownRegionError,
    "ERR_UNKNOWN_REGISTRY": UnknownRegistryError,
    "ERR_UNKNOWN_SERVICE": UnknownServiceError,
    "ERR_UNRESOLVED_TOKEN": UnresolvedTokenError,
}
"""The class of each code; a code that is not here is a plain `PrivateEksError`."""
