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
